package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mails that go nowhere but into a list. */
public final class InMemoryAccountMails implements AccountMails {
  private final InMemoryTable<UUID, Sent> mails;

  /** No mails yet. */
  public InMemoryAccountMails(InMemoryUnitOfWork unitOfWork) {
    this.mails = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void welcome(User user, OneTimeToken verification) {
    send(Kind.WELCOME, user, Optional.of(verification));
  }

  @Override
  public void verifyEmail(User user, OneTimeToken verification) {
    send(Kind.VERIFY_EMAIL, user, Optional.of(verification));
  }

  @Override
  public void resetPassword(User user, OneTimeToken reset) {
    send(Kind.RESET_PASSWORD, user, Optional.of(reset));
  }

  @Override
  public void warnOfTokenReuse(User user, Instant at) {
    send(Kind.TOKEN_REUSE, user, Optional.empty());
  }

  @Override
  public void passwordChanged(User user, Instant at) {
    send(Kind.PASSWORD_CHANGED, user, Optional.empty());
  }

  /** All mails whose transactions have committed, in that order. */
  public List<Sent> sent() {
    return mails.rows();
  }

  /** Those of them that went to an address. */
  public List<Sent> sentTo(EmailAddress address) {
    return sent().stream().filter(mail -> mail.to().equals(address)).toList();
  }

  private void send(Kind kind, User user, Optional<OneTimeToken> token) {
    mails.put(UUID.randomUUID(), new Sent(kind, user.email(), token));
  }

  /** What a mail is about. */
  public enum Kind {
    WELCOME,
    VERIFY_EMAIL,
    RESET_PASSWORD,
    TOKEN_REUSE,
    PASSWORD_CHANGED
  }

  /**
   * A mail that was sent.
   *
   * @param kind what it is about
   * @param to where it went
   * @param token the token in it, if it has one
   */
  public record Sent(Kind kind, EmailAddress to, Optional<OneTimeToken> token) {}
}
