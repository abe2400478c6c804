package dev.quartermaster.domain.notifications;

/** Brings mails on their way. Safe for use by many threads at once. */
public interface Mail {

  /**
   * Hands a mail to the next server, in a bounded time. No transaction should be open meanwhile. A
   * mail that is sent twice has the same id both times.
   */
  Outcome send(OutgoingMail mail);

  /** What became of a mail. */
  sealed interface Outcome {}

  /** It is out of our hands. */
  record Accepted() implements Outcome {}

  /**
   * The server does not take this mail.
   *
   * @param reason in the server's words
   */
  record Refused(String reason) implements Outcome {}

  /**
   * The server takes no mail at all now.
   *
   * @param reason what was seen of that
   */
  record Unreachable(String reason) implements Outcome {}
}
