package dev.quartermaster.bootstrap.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.bootstrap.Mailbox;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookMails;
import dev.quartermaster.testkit.identity.People;
import dev.quartermaster.testkit.webhooks.WebhookMailsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@link WebhookMailsContract} on the notifications, from the queue to the mailbox. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class QueuedWebhookMailsTest extends WebhookMailsContract {
  private static final Pattern WEBHOOK = Pattern.compile("your webhook ([0-9a-f-]{36}) was");

  private final Map<UserId, String> addresses = new HashMap<>();
  @Inject UnitOfWork unitOfWork;
  @Inject Users users;
  @Inject WebhookMails mails;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected WebhookMails mails() {
    return mails;
  }

  @Override
  protected UserId owner() {
    User user = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
    inTransaction(() -> users.add(user, new PasswordHash("$argon2id$v=19$none")));
    addresses.put(user.id(), user.email().value());
    return user.id();
  }

  @Override
  protected UserId formerOwner() {
    UserId user = owner();
    inTransaction(() -> users.delete(user, NOW));
    return user;
  }

  @Override
  protected List<WebhookId> toldTo(UserId owner, int number) {
    return Mailbox.awaitMailsTo(addresses.get(owner), number).stream()
        .map(QueuedWebhookMailsTest::webhook)
        .toList();
  }

  private static WebhookId webhook(Map<String, String> mail) {
    assertThat(mail.get("subject")).isEqualTo("A webhook of yours was disabled");
    Matcher text = WEBHOOK.matcher(mail.get("text"));
    assertThat(text.find()).as(mail.get("text")).isTrue();
    return new WebhookId(UUID.fromString(text.group(1)));
  }
}
