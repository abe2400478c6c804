package dev.quartermaster.testkit.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.InsufficientStock;
import dev.quartermaster.domain.inventory.Shortage;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@link StockReservations} promise. */
public abstract class StockReservationsContract extends PortContract {
  private static final String ACTOR = "system:test";

  private final ProductId mug = new ProductId(IDENTIFIERS.next());
  private final ProductId bowl = new ProductId(IDENTIFIERS.next());
  private final OrderId order = new OrderId(IDENTIFIERS.next());

  /** The port under test. */
  protected abstract StockReservations reservations();

  /** Adds pieces to the stock that is reserved from; called within a transaction. */
  protected abstract void receive(ProductId productId, long quantity);

  /** The level that the reservations led to; called within a transaction. */
  protected abstract StockLevel level(ProductId productId);

  @Test
  void reservesAllLines() {
    stock(10, 5);
    reserve(order, Purchases.mugs(mug, 4), Purchases.mugs(bowl, 5));
    assertReserved(4, 5);
  }

  @Test
  void aProductMayStandInSeveralLines() {
    stock(10, 5);
    reserve(order, Purchases.mugs(mug, 4), Purchases.mugs(bowl, 1), Purchases.mugs(mug, 6));
    assertReserved(10, 1);
  }

  @Test
  void reservesNothingWhenALineIsShortAndNamesEachThatIs() {
    stock(10, 5);
    ProductId never = new ProductId(IDENTIFIERS.next());
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(
            () ->
                reserve(
                    order,
                    Purchases.mugs(mug, 8),
                    Purchases.mugs(bowl, 6),
                    Purchases.mugs(mug, 3),
                    Purchases.mugs(never, 1)))
        .satisfies(
            refusal ->
                assertThat(refusal.shortages())
                    .containsExactly(
                        new Shortage("items[1].quantity", bowl, 6, 5),
                        new Shortage("items[2].quantity", mug, 3, 2),
                        new Shortage("items[3].quantity", never, 1, 0)));
    assertReserved(0, 0);
  }

  @Test
  void reservesForSeveralOrdersInTheirOrderEachWhollyOrNotAtAll() {
    stock(10, 5);
    NewOrder first = wish(order, Purchases.mugs(mug, 6));
    NewOrder short1 = wish(orderId(), Purchases.mugs(bowl, 2), Purchases.mugs(mug, 5));
    NewOrder second = wish(orderId(), Purchases.mugs(mug, 4), Purchases.mugs(bowl, 5));
    NewOrder short2 = wish(orderId(), Purchases.mugs(bowl, 1));

    Map<OrderId, DomainException> refused =
        inTransaction(() -> reservations().reserve(List.of(first, short1, second, short2)));

    assertThat(refused).containsOnlyKeys(short1.id(), short2.id());
    assertThat(refused.get(short1.id()))
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal ->
                assertThat(refusal.shortages())
                    .containsExactly(new Shortage("items[1].quantity", mug, 5, 4)));
    assertReserved(10, 5);
    release(second.id());
    assertReserved(6, 0);
    release(short1.id());
    assertReserved(6, 0);
  }

  @Test
  void reservesNothingForNobody() {
    assertThat(inTransaction(() -> reservations().reserve(List.of()))).isEmpty();
  }

  @Test
  void givesBackWhatAnOrderHolds() {
    OrderId other = new OrderId(IDENTIFIERS.next());
    stock(10, 5);
    reserve(order, Purchases.mugs(mug, 4), Purchases.mugs(bowl, 5), Purchases.mugs(mug, 1));
    reserve(other, Purchases.mugs(mug, 2));
    release(order);
    assertReserved(2, 0);
  }

  @Test
  void givesBackWhatSeveralOrdersHold() {
    OrderId other = new OrderId(IDENTIFIERS.next());
    stock(10, 5);
    reserve(order, Purchases.mugs(mug, 4), Purchases.mugs(bowl, 5));
    reserve(other, Purchases.mugs(mug, 2));
    release(order, other, new OrderId(IDENTIFIERS.next()));
    assertReserved(0, 0);
  }

  @Test
  void anOrderThatHoldsNothingChangesNothing() {
    stock(10, 5);
    reserve(order, Purchases.mugs(mug, 4));
    release(new OrderId(IDENTIFIERS.next()));
    release();
    assertReserved(4, 0);
    release(order);
    release(order);
    assertReserved(0, 0);
  }

  @Test
  void aShipmentTakesWhatTheOrderHoldsOutOfTheWarehouse() {
    stock(10, 5);
    reserve(order, Purchases.mugs(mug, 4), Purchases.mugs(bowl, 5), Purchases.mugs(mug, 1));
    inTransaction(() -> reservations().ship(order, ACTOR));
    assertReserved(0, 0);
    assertThat(inTransaction(() -> level(mug)).onHand()).isEqualTo(5);
    assertThat(inTransaction(() -> level(bowl)).onHand()).isZero();
    inTransaction(() -> reservations().ship(order, ACTOR));
    assertThat(inTransaction(() -> level(mug)).onHand()).isEqualTo(5);
  }

  @Test
  void whatIsTakenBackCanBeReservedAgain() {
    stock(10, 5);
    reserve(order, Purchases.mugs(mug, 10), Purchases.mugs(bowl, 1));
    inTransaction(() -> reservations().takeBack(order, ACTOR));
    assertReserved(0, 0);
    assertThat(inTransaction(() -> level(mug)).available()).isEqualTo(10);
    inTransaction(() -> reservations().takeBack(order, ACTOR));
    assertReserved(0, 0);
  }

  @Test
  void joinsTheCallersTransaction() {
    stock(10, 5);
    rollBack(() -> reservations().reserve(List.of(wish(order, Purchases.mugs(mug, 4)))));
    assertReserved(0, 0);
    reserve(order, Purchases.mugs(mug, 4));
    rollBack(() -> reservations().release(List.of(order), ACTOR));
    assertReserved(4, 0);
  }

  @Test
  void aRaceNeverOversells() {
    stock(20, 5);
    List<Boolean> reserved =
        Concurrently.inThreads(
            THREADS * 3,
            () -> {
              try {
                reserve(new OrderId(IDENTIFIERS.next()), Purchases.mugs(mug, 1));
                return true;
              } catch (InsufficientStock soldOut) {
                return false;
              }
            });
    assertThat(reserved).filteredOn(Boolean::booleanValue).hasSize(20);
    assertReserved(20, 0);
  }

  private static OrderId orderId() {
    return new OrderId(IDENTIFIERS.next());
  }

  private void stock(long mugs, long bowls) {
    inTransaction(
        () -> {
          receive(mug, mugs);
          receive(bowl, bowls);
        });
  }

  private void reserve(OrderId id, OrderLine... lines) {
    Map<OrderId, DomainException> refused =
        inTransaction(() -> reservations().reserve(List.of(wish(id, lines))));
    if (!refused.isEmpty()) {
      assertThat(refused).containsOnlyKeys(id);
      throw Objects.requireNonNull(refused.get(id));
    }
  }

  private static NewOrder wish(OrderId id, OrderLine... lines) {
    return new NewOrder(id, new UserId(IDENTIFIERS.next()), List.of(lines), NOW, ACTOR);
  }

  private void release(OrderId... ids) {
    inTransaction(() -> reservations().release(List.of(ids), ACTOR));
  }

  private void assertReserved(long mugs, long bowls) {
    assertThat(inTransaction(() -> level(mug)).reserved()).as("mugs").isEqualTo(mugs);
    assertThat(inTransaction(() -> level(bowl)).reserved()).as("bowls").isEqualTo(bowls);
  }
}
