package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.testkit.identity.InMemoryAccountMails.Kind;
import dev.quartermaster.testkit.identity.InMemoryAccountMails.Sent;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What {@link AccountMails} promise. */
public abstract class AccountMailsContract extends PortContract {
  private final User ada = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
  private final OneTimeToken token = new OneTimeToken(unique());

  /** The port under test. */
  protected abstract AccountMails mails();

  /** The mails that have left to an address, as soon as there are that many, in any order. */
  protected abstract List<Sent> leftTo(EmailAddress address, int number);

  @Test
  void eachKindOfMailLeavesWithWhatItNeeds() {
    assertLeaves(Kind.WELCOME, Optional.of(token), (mails, user) -> mails.welcome(user, token));
    assertLeaves(
        Kind.VERIFY_EMAIL, Optional.of(token), (mails, user) -> mails.verifyEmail(user, token));
    assertLeaves(
        Kind.RESET_PASSWORD, Optional.of(token), (mails, user) -> mails.resetPassword(user, token));
    assertLeaves(
        Kind.TOKEN_REUSE, Optional.empty(), (mails, user) -> mails.warnOfTokenReuse(user, NOW));
    assertLeaves(
        Kind.PASSWORD_CHANGED, Optional.empty(), (mails, user) -> mails.passwordChanged(user, NOW));
  }

  @Test
  void aMailLeavesWithTheCommitAndNeverWithoutOne() {
    rollBack(() -> mails().welcome(ada, token));
    inTransaction(() -> mails().passwordChanged(ada, NOW));
    assertThat(leftTo(ada.email(), 1))
        .extracting(Sent::kind)
        .containsExactly(Kind.PASSWORD_CHANGED);
  }

  @Test
  void aTransactionMaySendSeveral() {
    inTransaction(
        () -> {
          mails().welcome(ada, token);
          mails().passwordChanged(ada, NOW);
        });
    assertThat(leftTo(ada.email(), 2))
        .extracting(Sent::kind)
        .containsExactlyInAnyOrder(Kind.WELCOME, Kind.PASSWORD_CHANGED);
  }

  private void assertLeaves(
      Kind kind, Optional<OneTimeToken> inIt, BiConsumer<AccountMails, User> send) {
    User user = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
    inTransaction(() -> send.accept(mails(), user));
    assertThat(leftTo(user.email(), 1)).containsExactly(new Sent(kind, user.email(), inIt));
  }
}
