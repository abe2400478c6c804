package dev.quartermaster.testkit.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderState;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.reconciliation.OrderBook;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.ordering.Purchases;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an {@link OrderBook} promises. */
public abstract class OrderBookContract extends PortContract {
  private final UserId customer = new UserId(IDENTIFIERS.next());
  private final ProductId product = new ProductId(IDENTIFIERS.next());

  /** The port under test. */
  protected abstract OrderBook book();

  /** Where the orders are stored that it knows. */
  protected abstract Orders orders();

  /** What time it is. */
  protected abstract Instant now();

  @Test
  void tellsOfOrdersTheNewestFirst() {
    Order older = placed(1);
    Order newer = placed(1);
    OrderId newest = new OrderId(IDENTIFIERS.next());
    assertThat(inTransaction(() -> book().orders(Optional.of(newest), 2)))
        .containsExactly(state(newer), state(older));
    assertThat(inTransaction(() -> book().orders(Optional.empty(), 1))).hasSize(1);
    assertThat(inTransaction(() -> book().orders(Optional.of(newer.id()), 1)))
        .containsExactly(state(older));
  }

  @Test
  void countsThePiecesThatOrdersHold() {
    Order kept = placed(3);
    Order cancelled = placed(2);
    inTransaction(
        () ->
            orders().update(List.of(cancelled.cancelled(now())), "called off", "user:" + customer));
    assertThat(inTransaction(() -> book().heldPieces())).containsEntry(product, 3L);
    inTransaction(
        () -> orders().update(List.of(kept.cancelled(now())), "called off", "user:" + customer));
    assertThat(inTransaction(() -> book().heldPieces())).doesNotContainKey(product);
  }

  private Order placed(int quantity) {
    return inTransaction(
        () ->
            orders()
                .add(
                    List.of(
                        Purchases.order(
                            IDENTIFIERS, customer, now(), Purchases.mugs(product, quantity))))
                .getFirst());
  }

  private static OrderState state(Order order) {
    return new OrderState(order.id(), order.status(), order.expiresAt());
  }
}
