package dev.quartermaster.testkit.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderField;
import dev.quartermaster.domain.ordering.OrderFilter;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.OrderState;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.ListContract;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Orders} promise. */
public abstract class OrdersContract extends ListContract<Order, OrderField> {
  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private final UserId customer = new UserId(IDENTIFIERS.next());
  private final String actor = "user:" + customer;

  /** The port under test. */
  protected abstract Orders orders();

  @Test
  void findsWhatWasAdded() {
    ProductId product = new ProductId(IDENTIFIERS.next());
    Money price = new Money(1_999, Currency.getInstance("USD"));
    NewOrder placed =
        Purchases.order(
            IDENTIFIERS,
            customer,
            NOW,
            new OrderLine(product, "a/b_c-1", "Crème brûlée-Schälchen 🍮", 3, price),
            new OrderLine(new ProductId(IDENTIFIERS.next()), "x", "x", 1, price),
            new OrderLine(product, "a/b_c-1", "Crème brûlée-Schälchen 🍮", 2, price));
    Order order = add(placed);
    assertThat(order).isEqualTo(placed.placed(order.number()));
    assertStored(order);
  }

  @Test
  void keepsManyLinesInTheirOrder() {
    OrderLine[] lines =
        IntStream.range(0, NewOrder.MAX_LINES)
            .mapToObj(
                index ->
                    Purchases.line(new ProductId(IDENTIFIERS.next()), index + 1, index * 7 % 13))
            .toArray(OrderLine[]::new);
    assertStored(add(Purchases.order(IDENTIFIERS, customer, NOW, lines)));
  }

  @Test
  void addsSeveralAtOnceUnderAscendingNumbers() {
    List<NewOrder> wanted =
        IntStream.range(0, 20)
            .mapToObj(
                index ->
                    Purchases.order(
                        IDENTIFIERS,
                        customer,
                        NOW.plusSeconds(index),
                        Stream.generate(
                                () -> Purchases.mugs(new ProductId(IDENTIFIERS.next()), index + 1))
                            .limit(index % 3 + 1)
                            .toArray(OrderLine[]::new)))
            .toList();
    List<Order> added = inTransaction(() -> orders().add(wanted));
    assertThat(added).extracting(Order::id).isEqualTo(wanted.stream().map(NewOrder::id).toList());
    assertThat(added).extracting(Order::number).isSorted().doesNotHaveDuplicates();
    for (Order order : added) {
      assertStored(order);
      assertThat(history(order.id())).extracting(OrderTransition::actor).containsExactly(actor);
    }
  }

  @Test
  void keepsTheDearest() {
    OrderLine line =
        Purchases.line(new ProductId(IDENTIFIERS.next()), OrderLine.MAX_QUANTITY, Money.MAX_PRICE);
    OrderLine[] lines =
        Stream.generate(() -> line).limit(NewOrder.MAX_LINES).toArray(OrderLine[]::new);
    assertStored(add(Purchases.order(IDENTIFIERS, customer, NOW, lines)));
  }

  @Test
  void findsNoneThatIsUnknown() {
    OrderId unknown = new OrderId(IDENTIFIERS.next());
    assertThat(inTransaction(() -> orders().find(unknown))).isEmpty();
    assertThat(inTransaction(() -> orders().findForUpdate(unknown))).isEmpty();
    assertThat(inTransaction(() -> orders().history(unknown))).isEmpty();
  }

  @Test
  void numbersAscendAndAreUnique() {
    assertThat(List.of(placed(NOW), placed(NOW), placed(NOW)))
        .extracting(Order::number)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(number -> number > 0);
    List<Order> raced = Concurrently.inThreads(THREADS, () -> placed(NOW));
    assertThat(raced).extracting(Order::number).doesNotHaveDuplicates();
  }

  @Test
  void theHistoryBeginsWithThePlacing() {
    Order order = placed(NOW);
    assertThat(history(order.id()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry)
                  .isEqualTo(
                      new OrderTransition(
                          order.id(), 1, OrderStatus.PENDING_PAYMENT, entry.reason(), actor, NOW));
              assertThat(entry.reason()).isNotBlank();
            });
  }

  @Test
  void updateReplacesTheStoredStatesAndAddsToTheHistories() {
    Order first = placed(NOW);
    Order second = placed(NOW);
    Order untouched = placed(NOW);
    Order cancelled = first.cancelled(NOW.plusSeconds(1));
    Order expired = second.expired(second.expiresAt());
    update("“so” sei es", cancelled, expired);

    assertStored(cancelled);
    assertStored(expired);
    assertStored(untouched);
    assertThat(history(untouched.id())).hasSize(1);
    for (Order moved : List.of(cancelled, expired)) {
      assertThat(history(moved.id()))
          .hasSize(2)
          .last()
          .isEqualTo(OrderTransition.to(moved, "“so” sei es", "system:test"));
    }
  }

  @Test
  void tellsTheHistoryOldestFirst() {
    Order order = placed(NOW);
    Order confirmed = inStatus(order, OrderStatus.CONFIRMED);
    Order shipped = inStatus(confirmed, OrderStatus.SHIPPED);
    Order delivered = inStatus(shipped, OrderStatus.DELIVERED);
    update("paid", confirmed);
    update("sent", shipped);
    update("arrived", delivered);
    assertThat(history(order.id()))
        .extracting(OrderTransition::version, OrderTransition::status)
        .containsExactly(
            tuple(1L, OrderStatus.PENDING_PAYMENT),
            tuple(2L, OrderStatus.CONFIRMED),
            tuple(3L, OrderStatus.SHIPPED),
            tuple(4L, OrderStatus.DELIVERED));
  }

  @Test
  void updatingNothingChangesNothing() {
    Order order = placed(NOW);
    update("nothing to do");
    assertStored(order);
    assertThat(history(order.id())).hasSize(1);
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    Order kept = placed(NOW);
    NewOrder order = Purchases.twoMugs(IDENTIFIERS, customer, NOW);
    rollBack(
        () -> {
          orders().add(List.of(order));
          orders().update(List.of(kept.cancelled(NOW)), "tested", actor);
          assertThat(inAnotherTransaction(() -> orders().find(order.id()))).isEmpty();
          assertThat(inAnotherTransaction(() -> orders().find(kept.id()))).contains(kept);
        });
    assertThat(inTransaction(() -> orders().find(order.id()))).isEmpty();
    assertThat(history(order.id())).isEmpty();
    assertStored(kept);
    assertThat(history(kept.id())).hasSize(1);
  }

  @Test
  void aLockedOrderIsReadAsItsHolderLeavesIt() {
    for (int round = 0; round < 10; round++) {
      Order order = placed(NOW);
      Order cancelled = order.cancelled(NOW);
      Optional<Order> seen =
          readWhileChanged(
              () -> orders().findForUpdate(order.id()),
              () -> orders().update(List.of(cancelled), "tested", actor));
      assertThat(seen).contains(cancelled);
    }
  }

  @Test
  void ofManyThatCancelOneOrderAtOnceOneDoes() {
    Order order = placed(NOW);
    raceInTransactions(
        2,
        () -> {
          Order read = orders().findForUpdate(order.id()).orElseThrow();
          if (read.isCancellable()) {
            orders().update(List.of(read.cancelled(NOW)), "tested", actor);
          }
        });
    assertThat(history(order.id()))
        .extracting(OrderTransition::status)
        .containsExactly(OrderStatus.PENDING_PAYMENT, OrderStatus.CANCELLED);
  }

  @Test
  void filtersByCustomerAndStatus() {
    Order pending = placed(NOW);
    Order cancelled = placed(NOW).cancelled(NOW);
    update("tested", cancelled);
    UserId otherCustomer = new UserId(IDENTIFIERS.next());
    Order others = add(Purchases.twoMugs(IDENTIFIERS, otherCustomer, NOW));

    assertThat(listed(Optional.empty(), Optional.of(customer)))
        .containsExactlyInAnyOrder(pending, cancelled);
    assertThat(listed(Optional.of(OrderStatus.CANCELLED), Optional.of(customer)))
        .containsExactly(cancelled);
    assertThat(listed(Optional.of(OrderStatus.SHIPPED), Optional.of(customer))).isEmpty();
    assertThat(listed(Optional.empty(), Optional.of(otherCustomer))).containsExactly(others);
    assertThat(listed(Optional.empty(), Optional.of(new UserId(IDENTIFIERS.next())))).isEmpty();
    assertThat(listed(Optional.of(OrderStatus.CANCELLED), Optional.empty()))
        .isNotEmpty()
        .extracting(Order::status)
        .containsOnly(OrderStatus.CANCELLED);
  }

  @Test
  void locksOrdersWhosePaymentIsOverdue() {
    Instant due = LONG_AGO.plus(NewOrder.PAYMENT_PERIOD);
    endOverdueBefore(due.plusSeconds(10));
    Order overdue = placed(LONG_AGO);
    Order alsoOverdue = placed(LONG_AGO.plusSeconds(1));
    Order dueThen = placed(LONG_AGO.plusSeconds(2));
    Order paid = placed(LONG_AGO);
    update("paid", inStatus(paid, OrderStatus.CONFIRMED));
    Order cancelled = placed(LONG_AGO);
    update("cancelled", cancelled.cancelled(NOW));

    assertThat(lockOverdue(due.plusSeconds(2), 10)).containsExactlyInAnyOrder(overdue, alsoOverdue);
    assertThat(lockOverdue(due.plusSeconds(2), 1)).hasSize(1).containsAnyOf(overdue, alsoOverdue);
    assertThat(lockOverdue(due, 10)).isEmpty();
    assertThat(lockOverdue(due.plusSeconds(3), 10))
        .containsExactlyInAnyOrder(overdue, alsoOverdue, dueThen);
  }

  @Test
  void passesOverOverdueOrdersWhosePaymentIsUnderWay() {
    Instant cutOff = LONG_AGO.plus(NewOrder.PAYMENT_PERIOD).plusSeconds(10);
    endOverdueBefore(cutOff);
    Order waiting = placed(LONG_AGO);
    Order paying = placed(LONG_AGO).paymentBegun(LONG_AGO.plusSeconds(1));
    update("payment begun", paying);
    assertStored(paying);
    assertThat(lockOverdue(cutOff, 10)).containsExactly(waiting);
    Order declined = paying.settled(OrderStatus.PENDING_PAYMENT, LONG_AGO.plusSeconds(2));
    update("payment declined", declined);
    assertThat(lockOverdue(cutOff, 10)).containsExactlyInAnyOrder(waiting, declined);
  }

  @Test
  void passesOverOverdueOrdersUntilTheTimeToWhichTheyAreDeferred() {
    Instant cutOff = LONG_AGO.plus(NewOrder.PAYMENT_PERIOD).plusSeconds(10);
    endOverdueBefore(cutOff);
    Order deferred = placed(LONG_AGO);
    Order other = placed(LONG_AGO);
    inTransaction(() -> orders().deferExpiry(List.of(deferred.id()), cutOff.plusSeconds(1)));
    assertThat(lockOverdue(cutOff, 10)).containsExactly(other);
    assertThat(lockOverdue(cutOff.plusSeconds(1), 10)).contains(deferred);
    inTransaction(() -> orders().deferExpiry(List.of(deferred.id()), cutOff.plusSeconds(9)));
    assertThat(lockOverdue(cutOff.plusSeconds(1), 10)).doesNotContain(deferred);
    inTransaction(() -> orders().forgetDeferral(deferred.id()));
    assertThat(lockOverdue(cutOff, 10)).containsExactlyInAnyOrder(deferred, other);
  }

  @Test
  void passesOverOverdueOrdersThatAnotherTransactionHolds() {
    Instant cutOff = LONG_AGO.plus(NewOrder.PAYMENT_PERIOD).plusSeconds(10);
    endOverdueBefore(cutOff);
    Order first = placed(LONG_AGO);
    Order second = placed(LONG_AGO);
    Order third = placed(LONG_AGO);
    inTransaction(
        () -> {
          assertThat(orders().findForUpdate(first.id())).contains(first);
          assertThat(inAnotherTransaction(() -> orders().lockOverdue(cutOff, 10)))
              .containsExactlyInAnyOrder(second, third);
          List<Order> locked = orders().lockOverdue(cutOff, 2);
          assertThat(locked).hasSize(2);
          assertThat(inAnotherTransaction(() -> orders().lockOverdue(cutOff, 10)))
              .doesNotContain(first)
              .doesNotContainAnyElementsOf(locked);
        });
    assertThat(lockOverdue(cutOff, 10)).containsExactlyInAnyOrder(first, second, third);
  }

  @Test
  void ofManyThatEndOverdueOrdersAtOnceEachEndsOthers() {
    Instant cutOff = LONG_AGO.plus(NewOrder.PAYMENT_PERIOD).plusSeconds(10);
    endOverdueBefore(cutOff);
    List<Order> overdue = Stream.generate(() -> placed(LONG_AGO)).limit(20).toList();
    List<List<Order>> ended =
        Concurrently.inThreads(THREADS, () -> inTransaction(() -> endOverdue(cutOff, 4)));
    assertThat(ended.stream().flatMap(List::stream).map(Order::id))
        .doesNotHaveDuplicates()
        .isSubsetOf(overdue.stream().map(Order::id).toList());
    endOverdueBefore(cutOff);
    assertThat(overdue)
        .allSatisfy(
            order ->
                assertThat(history(order.id()))
                    .extracting(OrderTransition::status)
                    .containsExactly(OrderStatus.PENDING_PAYMENT, OrderStatus.EXPIRED));
  }

  @Override
  protected List<OrderField> fields() {
    return List.of(OrderField.values());
  }

  @Override
  protected Comparator<Order> by(OrderField field) {
    return switch (field) {
      case NUMBER -> Comparator.comparing(Order::number);
      case TOTAL -> Comparator.comparing(order -> order.total().amount());
      case CREATED_AT -> Comparator.comparing(Order::createdAt);
      case UPDATED_AT -> Comparator.comparing(Order::updatedAt);
    };
  }

  @Override
  protected Comparator<Order> naturalOrder() {
    return by(OrderField.CREATED_AT).reversed();
  }

  @Override
  protected UUID idOf(Order item) {
    return item.id().value();
  }

  @Override
  protected Order addListed(int number) {
    Instant createdAt = NOW.plusSeconds(number * 3 % 5);
    Order order =
        add(Purchases.order(
                IDENTIFIERS,
                customer,
                createdAt,
                Purchases.line(new ProductId(IDENTIFIERS.next()), 1, number * 2 % 5 * 100L),
                Purchases.line(new ProductId(IDENTIFIERS.next()), 1, 1)))
            .cancelled(createdAt.plusSeconds(number * 4 % 5 * 100L));
    update("tested", order);
    return order;
  }

  @Override
  protected Slice<Order> list(PageRequest<OrderField> page) {
    return orders().list(new OrderFilter(Optional.empty(), Optional.of(customer)), page);
  }

  @Test
  void tellsWhereOrdersAreTheNewestFirst() {
    List<Order> added = List.of(placed(NOW), placed(NOW), placed(NOW));
    Order confirmed = inStatus(added.get(1), OrderStatus.CONFIRMED);
    update("paid", confirmed);
    OrderId newer = new OrderId(IDENTIFIERS.next());
    assertThat(inTransaction(() -> orders().states(Optional.of(newer), 3)))
        .containsExactly(state(added.get(2)), state(confirmed), state(added.get(0)));
    assertThat(inTransaction(() -> orders().states(Optional.empty(), 3)))
        .hasSize(3)
        .extracting(state -> state.orderId().toString())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(inTransaction(() -> orders().states(Optional.of(added.get(2).id()), 1)))
        .containsExactly(state(confirmed));
  }

  @Test
  void countsThePiecesThatAreHeld() {
    ProductId product = new ProductId(IDENTIFIERS.next());
    OrderLine two = Purchases.mugs(product, 2);
    OrderLine three = Purchases.mugs(product, 3);
    add(Purchases.order(IDENTIFIERS, customer, NOW, two, three));
    Order confirmed = add(Purchases.order(IDENTIFIERS, customer, NOW, three));
    update("paid", inStatus(confirmed, OrderStatus.CONFIRMED));
    assertThat(inTransaction(() -> orders().heldPieces())).containsEntry(product, 8L);
    Order gone = add(Purchases.order(IDENTIFIERS, customer, NOW, two));
    update("called off", inStatus(gone, OrderStatus.CANCELLED));
    assertThat(inTransaction(() -> orders().heldPieces())).containsEntry(product, 8L);
  }

  private Order placed(Instant at) {
    return add(Purchases.twoMugs(IDENTIFIERS, customer, at));
  }

  private Order add(NewOrder order) {
    return inTransaction(() -> orders().add(List.of(order)).getFirst());
  }

  private void update(String reason, Order... moved) {
    inTransaction(() -> orders().update(List.of(moved), reason, "system:test"));
  }

  private static OrderState state(Order order) {
    return new OrderState(order.id(), order.status(), order.expiresAt());
  }

  private static Order inStatus(Order order, OrderStatus status) {
    return new Order(
        order.id(),
        order.number(),
        order.customerId(),
        status,
        order.lines(),
        order.total(),
        order.expiresAt(),
        order.createdAt(),
        order.paymentUnderWay(),
        order.updatedAt().plusSeconds(1),
        order.version() + 1);
  }

  private List<OrderTransition> history(OrderId id) {
    return inTransaction(() -> orders().history(id));
  }

  private List<Order> listed(Optional<OrderStatus> status, Optional<UserId> customerId) {
    return inTransaction(
        () ->
            orders()
                .list(
                    new OrderFilter(status, customerId),
                    new PageRequest<>(new PageRequest.Page(1), 100, List.of()))
                .items());
  }

  private List<Order> lockOverdue(Instant instant, int limit) {
    return inTransaction(() -> orders().lockOverdue(instant, limit));
  }

  private List<Order> endOverdue(Instant instant, int limit) {
    List<Order> overdue = orders().lockOverdue(instant, limit);
    orders()
        .update(
            overdue.stream().map(order -> order.expired(NOW)).toList(), "tested", "system:test");
    return overdue;
  }

  private void endOverdueBefore(Instant instant) {
    List<Order> ended;
    do {
      ended = inTransaction(() -> endOverdue(instant, 100));
    } while (!ended.isEmpty());
  }

  private void assertStored(Order order) {
    assertThat(inTransaction(() -> orders().find(order.id()))).contains(order);
    assertThat(inTransaction(() -> orders().findForUpdate(order.id()))).contains(order);
  }
}
