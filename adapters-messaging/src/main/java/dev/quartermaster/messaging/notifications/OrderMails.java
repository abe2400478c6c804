package dev.quartermaster.messaging.notifications;

import dev.quartermaster.application.notifications.QueueOrderMails;
import dev.quartermaster.messaging.shared.Subscriber;
import jakarta.inject.Singleton;

@Singleton
final class OrderMails implements Subscriber {
  private final QueueOrderMails queueOrderMails;

  OrderMails(QueueOrderMails queueOrderMails) {
    this.queueOrderMails = queueOrderMails;
  }

  @Override
  public String name() {
    return QueueOrderMails.SUBSCRIBER;
  }

  @Override
  public int handle(int limit) {
    return queueOrderMails.queue(new QueueOrderMails.Command(limit));
  }
}
