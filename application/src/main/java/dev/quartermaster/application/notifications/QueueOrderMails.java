package dev.quartermaster.application.notifications;

/** Writes to customers what becomes of their orders. */
public interface QueueOrderMails {
  /** Under which name it reads the log of events. */
  String SUBSCRIBER = "order-mails";

  /**
   * Reads the next events of the log, and queues a mail for each order that was confirmed, shipped
   * or refunded. Mails and place move in one transaction, so that each event makes one mail.
   *
   * @return how many events it read; none when there is nothing new or another node is at it
   */
  int queue(Command command);

  /**
   * @param limit how many events at the most
   */
  record Command(int limit) {}
}
