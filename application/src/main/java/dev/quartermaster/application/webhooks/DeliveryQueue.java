package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.Message;
import dev.quartermaster.domain.webhooks.MessageBodies;
import dev.quartermaster.domain.webhooks.Webhook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes deliveries of events.
 *
 * @param bodies writes what is delivered
 * @param identifiers gives each delivery its id
 * @param clock tells when they are queued
 */
record DeliveryQueue(MessageBodies bodies, Identifiers identifiers, InstantSource clock) {

  /** A delivery of each event for each webhook that wants it, in the order of the events. */
  List<Delivery> deliveries(List<PublishedEvent> events, List<Webhook> webhooks) {
    Instant now = clock.instant();
    List<Delivery> deliveries = new ArrayList<>();
    for (PublishedEvent event : events) {
      List<Webhook> wanting =
          webhooks.stream().filter(webhook -> webhook.wants(event.type())).toList();
      if (!wanting.isEmpty()) {
        Message message = message(event);
        wanting.forEach(webhook -> deliveries.add(delivery(webhook, message, now)));
      }
    }
    return deliveries;
  }

  private Delivery delivery(Webhook webhook, Message message, Instant now) {
    return Delivery.queued(new DeliveryId(identifiers.next()), webhook.id(), message, now);
  }

  private Message message(PublishedEvent event) {
    return new Message(
        event.id(), event.type(), event.aggregateType(), event.aggregateId(), bodies.of(event));
  }
}
