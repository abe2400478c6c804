package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;

/** Sends an order on its way. */
public interface ShipOrder {
  int MAX_CARRIER_LENGTH = 50;

  int MAX_TRACKING_LENGTH = 100;

  /**
   * Ships a confirmed order: its pieces leave the warehouse.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code orders:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such order
   * @throws dev.quartermaster.domain.ordering.OrderNotShippable when its state forbids it
   * @throws dev.quartermaster.domain.ordering.PaymentUnderWay while it is paid back
   */
  Order ship(Command command);

  /**
   * @param actor who asks
   * @param orderId which order
   * @param carrier who carries it, 1 to {@value ShipOrder#MAX_CARRIER_LENGTH} characters
   * @param tracking by what the carrier knows it, 1 to {@value ShipOrder#MAX_TRACKING_LENGTH}
   *     characters
   */
  record Command(Actor actor, OrderId orderId, String carrier, String tracking) {
    public Command {
      InvalidInput.collect(
          () -> check("carrier", carrier, MAX_CARRIER_LENGTH),
          () -> check("tracking", tracking, MAX_TRACKING_LENGTH));
    }

    private static void check(String field, String text, int max) {
      if (text.isBlank() || text.length() > max) {
        throw InvalidInput.of(field, "must have 1 to " + max + " characters");
      }
    }
  }
}
