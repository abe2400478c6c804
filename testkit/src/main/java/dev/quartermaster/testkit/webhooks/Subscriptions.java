package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.Message;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Webhooks, and what is delivered to them. */
public final class Subscriptions {
  private Subscriptions() {}

  /** A webhook of that owner for all events of orders. */
  public static Webhook toOrders(Identifiers identifiers, UserId owner, Instant at) {
    return Webhook.create(
        new WebhookId(identifiers.next()),
        owner,
        WebhookUrl.of("https://shop.example/hooks"),
        Set.of(new EventTypePattern("order.*")),
        Optional.empty(),
        at);
  }

  /** A delivery of what happened to an order. */
  public static Delivery delivery(
      Identifiers identifiers, WebhookId webhook, String order, Instant at) {
    return Delivery.queued(
        new DeliveryId(identifiers.next()), webhook, message(identifiers, order), at);
  }

  /** A message of what happened to an order. */
  public static Message message(Identifiers identifiers, String order) {
    return new Message(
        identifiers.next(),
        "order.placed",
        "order",
        order,
        "{\"subject\":\"order/" + order + "\"}");
  }

  /** What happened to a thing, in its place in the log. */
  public static PublishedEvent event(
      Identifiers identifiers, long position, String type, String id, Instant at) {
    return new PublishedEvent(
        position,
        identifiers.next(),
        type,
        1,
        type.substring(0, type.indexOf('.')),
        id,
        position,
        Optional.empty(),
        "system:test",
        Optional.empty(),
        at,
        Map.of("id", id));
  }

  /** A secret that is no secret. */
  public static SigningSecret secret(String text) {
    return SigningSecret.of(
        (text + "-".repeat(32)).substring(0, 32).getBytes(StandardCharsets.UTF_8));
  }
}
