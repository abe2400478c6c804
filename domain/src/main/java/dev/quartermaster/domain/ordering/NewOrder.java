package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An order about to be placed: all but the number, which the store of orders gives.
 *
 * @param id never changes
 * @param customerId who orders
 * @param lines 1 to {@value #MAX_LINES} lines in one currency
 * @param placedAt when it is placed
 * @param placedBy who places it, as {@code Actor.reference()} names them
 */
public record NewOrder(
    OrderId id, UserId customerId, List<OrderLine> lines, Instant placedAt, String placedBy) {
  public static final int MAX_LINES = 1_000;

  /** How long an order waits for its payment. */
  public static final Duration PAYMENT_PERIOD = Duration.ofMinutes(15);

  public NewOrder {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      throw InvalidInput.of("items", "must have 1 to " + MAX_LINES + " entries");
    }
    if (lines.stream().map(line -> line.unitPrice().currency()).distinct().count() > 1) {
      throw InvalidInput.of("items", "must be products with prices in one currency");
    }
  }

  /** What the order costs. */
  public Money total() {
    return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
  }

  /** Until when it waits for its payment. */
  public Instant expiresAt() {
    return placedAt.plus(PAYMENT_PERIOD);
  }

  /** The order as placed under its number. */
  public Order placed(long number) {
    return new Order(
        id,
        number,
        customerId,
        OrderStatus.PENDING_PAYMENT,
        lines,
        total(),
        expiresAt(),
        placedAt,
        false,
        placedAt,
        1);
  }
}
