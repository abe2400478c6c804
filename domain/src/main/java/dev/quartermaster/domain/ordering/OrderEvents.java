package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the world learns of orders: {@code order.placed}, which alone tells the lines, for they
 * never change; {@code order.} and the new status when an order gets one; and {@code order.updated}
 * for every other move, such as a payment that has begun or failed.
 */
public final class OrderEvents {
  private static final int SCHEMA_VERSION = 1;

  private OrderEvents() {}

  /** The order was placed. */
  public static DomainEvent placed(Order order, Actor actor) {
    Map<String, Object> data = data(order);
    data.put("items", order.lines().stream().map(OrderEvents::item).toList());
    return event("order.placed", order, actor, data);
  }

  /**
   * The order moved.
   *
   * @param before as it was
   * @param order as it is
   */
  public static DomainEvent moved(Order before, Order order, Actor actor) {
    return moved(before, order, actor, Map.of());
  }

  /**
   * The order moved.
   *
   * @param before as it was
   * @param order as it is
   * @param more what else there is to tell of the move
   */
  public static DomainEvent moved(
      Order before, Order order, Actor actor, Map<String, Object> more) {
    Map<String, Object> data = data(order);
    data.putAll(more);
    String type = before.status() == order.status() ? "updated" : order.status().code();
    return event("order." + type, order, actor, data);
  }

  private static DomainEvent event(
      String type, Order order, Actor actor, Map<String, Object> data) {
    return new DomainEvent(
        type,
        SCHEMA_VERSION,
        "order",
        order.id().toString(),
        order.version(),
        Optional.of(order.customerId()),
        actor,
        order.updatedAt(),
        Optional.empty(),
        data);
  }

  private static Map<String, Object> data(Order order) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", order.id().toString());
    data.put("number", Long.toString(order.number()));
    data.put("customerId", order.customerId().toString());
    data.put("status", order.status().code());
    data.put("total", order.total().toTree());
    data.put("expiresAt", order.expiresAt().toString());
    data.put("createdAt", order.createdAt().toString());
    data.put("updatedAt", order.updatedAt().toString());
    return data;
  }

  private static Map<String, Object> item(OrderLine line) {
    return Map.of(
        "productId", line.productId().toString(),
        "sku", line.sku(),
        "name", line.name(),
        "quantity", line.quantity(),
        "unitPrice", line.unitPrice().toTree(),
        "lineTotal", line.total().toTree());
  }
}
