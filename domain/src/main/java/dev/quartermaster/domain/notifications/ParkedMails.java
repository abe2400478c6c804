package dev.quartermaster.domain.notifications;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.time.Instant;
import java.util.Optional;

/** The mails that were given up. */
public interface ParkedMails {

  /** The mail, if it is there and given up. */
  Optional<ParkedMail> find(MailId id);

  /** A part of them; by default those that were given up last come first. */
  Slice<ParkedMail> list(PageRequest<ParkedMailField> page);

  /**
   * Queues a mail again.
   *
   * @param at when it is due
   * @return whether it was there and given up
   */
  boolean release(MailId id, Instant at);

  /**
   * Forgets mails that were given up before then.
   *
   * @param limit how many at the most
   * @return how many were forgotten
   */
  int forgetBefore(Instant instant, int limit);
}
