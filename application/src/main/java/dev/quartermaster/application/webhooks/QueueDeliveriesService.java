package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.MessageBodies;
import dev.quartermaster.domain.webhooks.Webhooks;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class QueueDeliveriesService implements QueueDeliveries {
  private final UnitOfWork unitOfWork;
  private final EventFeed feed;
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final DeliveryQueue queue;

  QueueDeliveriesService(
      UnitOfWork unitOfWork,
      EventFeed feed,
      Webhooks webhooks,
      Deliveries deliveries,
      MessageBodies bodies,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.feed = feed;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.queue = new DeliveryQueue(bodies, identifiers, clock);
  }

  @Override
  public Result queue(Command command) {
    return unitOfWork.inTransaction(
        () -> {
          List<PublishedEvent> next = feed.next(SUBSCRIBER, command.limit());
          if (next.isEmpty()) {
            return new Result(0, 0);
          }
          List<Delivery> queued = queue.deliveries(next, webhooks.enabled());
          deliveries.add(queued);
          feed.moveOn(SUBSCRIBER, next.getLast().position());
          return new Result(next.size(), queued.size());
        });
  }
}
