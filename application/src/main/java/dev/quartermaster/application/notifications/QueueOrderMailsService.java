package dev.quartermaster.application.notifications;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.notifications.Recipients;
import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@UseCase
final class QueueOrderMailsService implements QueueOrderMails {
  private final UnitOfWork unitOfWork;
  private final EventFeed feed;
  private final Recipients recipients;
  private final MailQueue queue;
  private final InstantSource clock;

  QueueOrderMailsService(
      UnitOfWork unitOfWork,
      EventFeed feed,
      Recipients recipients,
      MailQueue queue,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.feed = feed;
    this.recipients = recipients;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public int queue(Command command) {
    return unitOfWork.inTransaction(
        () -> {
          List<PublishedEvent> events = feed.next(SUBSCRIBER, command.limit());
          if (!events.isEmpty()) {
            events.stream().flatMap(event -> mail(event).stream()).forEach(queue::add);
            feed.moveOn(SUBSCRIBER, events.getLast().position());
          }
          return events.size();
        });
  }

  /** Under the event's own id, so that an event can't make two mails. */
  private Optional<OutgoingMail> mail(PublishedEvent event) {
    return OrderMail.of(event)
        .flatMap(
            mail ->
                event
                    .owner()
                    .flatMap(recipients::find)
                    .map(
                        recipient ->
                            OutgoingMail.of(
                                    new MailId(event.id()),
                                    recipient.address(),
                                    mail.template(),
                                    mail.parameters(),
                                    clock.instant())
                                .in(recipient.language())));
  }
}
