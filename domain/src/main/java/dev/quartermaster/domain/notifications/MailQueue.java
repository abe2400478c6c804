package dev.quartermaster.domain.notifications;

import java.time.Instant;
import java.util.List;

/** The mails that are not out yet. */
public interface MailQueue {

  /** Adds a mail. */
  void add(OutgoingMail mail);

  /**
   * Takes mails that are due, the longest due first, and counts an attempt for each. Until the
   * lease ends they are due for nobody else, whichever node asks; a taker that dies loses them to
   * the next one then.
   *
   * @param limit how many at the most
   * @return the mails with the attempt counted
   */
  List<OutgoingMail> take(Instant now, Instant leaseEnd, int limit);

  /** Stores when a mail is tried again, unless somebody has taken it since. */
  void postpone(OutgoingMail mail);

  /**
   * Sets a mail aside that is given up, unless somebody has taken it since.
   *
   * @param failure why the last attempt failed
   */
  void park(OutgoingMail mail, String failure, Instant at);

  /** Removes a mail that is out, if it is there. */
  void remove(MailId id);

  /** How many mails there are. */
  MailLoad load();
}
