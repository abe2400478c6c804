package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.bootstrap.Mailbox;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.AccountMailsContract;
import dev.quartermaster.testkit.identity.InMemoryAccountMails.Kind;
import dev.quartermaster.testkit.identity.InMemoryAccountMails.Sent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link AccountMailsContract} on the notifications, from the queue to the mailbox. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class QueuedAccountMailsTest extends AccountMailsContract {
  private static final Map<String, Kind> KINDS =
      Map.of(
          "Welcome: please verify your email address", Kind.WELCOME,
          "Please verify your email address", Kind.VERIFY_EMAIL,
          "Choose another password", Kind.RESET_PASSWORD,
          "A session of yours was ended: was that you?", Kind.TOKEN_REUSE,
          "Your password was changed", Kind.PASSWORD_CHANGED);

  @Inject UnitOfWork unitOfWork;
  @Inject AccountMails mails;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected AccountMails mails() {
    return mails;
  }

  @Override
  protected List<Sent> leftTo(EmailAddress address, int number) {
    return Mailbox.awaitMailsTo(address.value(), number).stream()
        .map(
            mail ->
                new Sent(
                    KINDS.get(mail.get("subject")),
                    new EmailAddress(mail.get("to")),
                    Optional.ofNullable(mail.get("token")).map(OneTimeToken::new)))
        .toList();
  }
}
