package dev.quartermaster.application.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.inventory.InsufficientStock;
import dev.quartermaster.domain.inventory.Shortage;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderField;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.OrderNotCancellable;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.ordering.InMemoryOffers;
import dev.quartermaster.testkit.ordering.InMemoryOrders;
import dev.quartermaster.testkit.ordering.InMemoryStockReservations;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderingUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Actor.SystemProcess EXPIRY = new Actor.SystemProcess("expiry");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts catalogue = new InMemoryProducts(unitOfWork);
  private final InMemoryStockReservations stock = new InMemoryStockReservations(unitOfWork);
  private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(NOW);
  private final Actor.SignedIn ada = Actors.with();
  private final Actor.SignedIn grace = Actors.with();
  private final Actor.SignedIn reader = Actors.with(Permission.ORDERS_READ);
  private final Actor.SignedIn clerk = Actors.with(Permission.ORDERS_WRITE);
  private final Product mug = product(Articles.mug("mug"), 10);
  private final Product bowl = product(Articles.at(Articles.mug("bowl"), 2_000), 5);

  private final PlaceOrder place =
      new PlaceOrderService(
          unitOfWork,
          new InMemoryOffers(catalogue),
          stock,
          orders,
          auditTrail,
          outbox,
          identifiers,
          clock);
  private final CancelOrder cancel =
      new CancelOrderService(unitOfWork, orders, stock, auditTrail, outbox, clock);
  private final ExpireOrders expire =
      new ExpireOrdersService(unitOfWork, orders, stock, auditTrail, outbox, clock);
  private final GetOrder get = new GetOrderService(unitOfWork, orders);
  private final GetOrderHistory getHistory = new GetOrderHistoryService(unitOfWork, orders);
  private final ListOrders list = new ListOrdersService(unitOfWork, orders);

  @Test
  void placesAnOrderAndReservesItsStock() {
    Order order = placed(ada, item(mug, 3), item(bowl, 5));
    assertThat(order)
        .isEqualTo(
            new Order(
                order.id(),
                order.number(),
                ada.id(),
                OrderStatus.PENDING_PAYMENT,
                List.of(
                    new OrderLine(mug.id(), "mug", "Mug", 3, mug.price()),
                    new OrderLine(bowl.id(), "bowl", "Mug", 5, bowl.price())),
                new Money(13_750, mug.price().currency()),
                NOW.plus(Duration.ofMinutes(15)),
                NOW,
                false,
                NOW,
                1));
    assertAvailable(7, 0);
    assertThat(get.get(new GetOrder.Query(ada, order.id()))).isEqualTo(order);
    assertThat(history(ada, order.id()))
        .extracting(OrderTransition::status, OrderTransition::actor)
        .containsExactly(tuple(OrderStatus.PENDING_PAYMENT, ada.reference()));
  }

  @Test
  void aProductMayStandInSeveralItems() {
    Order order = placed(ada, item(mug, 3), item(bowl, 1), item(mug, 7));
    assertThat(order.lines()).extracting(OrderLine::quantity).containsExactly(3, 1, 7);
    assertAvailable(0, 4);
  }

  @Test
  void placesNothingWhenALineIsShort() {
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(() -> placed(ada, item(mug, 8), item(bowl, 6), item(mug, 3)))
        .satisfies(
            refusal ->
                assertThat(refusal.shortages())
                    .containsExactly(
                        new Shortage("items[1].quantity", bowl.id(), 6, 5),
                        new Shortage("items[2].quantity", mug.id(), 3, 2)));
    assertAvailable(10, 5);
    assertThat(listed(ada, Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void placesOrdersTogetherEachByItself() {
    List<Outcome<Order>> outcomes =
        place.place(
            List.of(
                command(ada, "request-1", item(mug, 6)),
                command(Actors.anonymous(), "request-2", item(mug, 1)),
                command(grace, "request-3", item(bowl, 1), item(mug, 5)),
                command(grace, "request-4", item(mug, 0)),
                command(grace, "request-5", item(mug, 4)),
                command(ada, "request-6", item(mug, 1))));

    Order first = outcomes.get(0).orThrow();
    Order second = outcomes.get(4).orThrow();
    assertThat(first.customerId()).isEqualTo(ada.id());
    assertThat(second.customerId()).isEqualTo(grace.id());
    assertThat(second.number()).isGreaterThan(first.number());
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(outcomes.get(1)::orThrow);
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(outcomes.get(2)::orThrow)
        .satisfies(
            refusal ->
                assertThat(refusal.shortages())
                    .containsExactly(new Shortage("items[1].quantity", mug.id(), 5, 4)));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(outcomes.get(3)::orThrow);
    assertThatExceptionOfType(InsufficientStock.class).isThrownBy(outcomes.get(5)::orThrow);
    assertAvailable(0, 5);
    assertThat(listed(reader, Optional.empty(), Optional.empty()))
        .containsExactlyInAnyOrder(first, second);
    assertThat(auditTrail.entries())
        .extracting(AuditEntry::actor, AuditEntry::targetId, AuditEntry::requestId)
        .containsExactly(
            tuple(ada, first.id().toString(), Optional.of("request-1")),
            tuple(grace, second.id().toString(), Optional.of("request-5")));
  }

  @Test
  void namesEachItemThatIsNotForSale() {
    Product draft = product(Articles.inStatus(Articles.mug("new"), ProductStatus.DRAFT), 10);
    ProductId unknown = new ProductId(identifiers.next());
    assertInvalid(
        List.of("items[0].productId", "items[2].productId"),
        item(draft, 1),
        item(mug, 1),
        new PlaceOrder.Item(unknown, 1));
    assertAvailable(10, 5);
  }

  @Test
  void namesEachQuantityThatIsNone() {
    assertInvalid(
        List.of("items[0].quantity", "items[2].quantity"),
        item(mug, 0),
        item(bowl, 1),
        item(mug, OrderLine.MAX_QUANTITY + 1));
  }

  @Test
  void namesEveryItemAtFaultAtOnce() {
    assertInvalid(
        List.of("items[0].productId", "items[1].quantity"),
        new PlaceOrder.Item(new ProductId(identifiers.next()), 1),
        item(mug, -1));
  }

  @Test
  void anOrderHasOneToAThousandItems() {
    assertInvalid(List.of("items"));
    assertInvalid(
        List.of("items"),
        Collections.nCopies(NewOrder.MAX_LINES + 1, item(mug, 1)).toArray(PlaceOrder.Item[]::new));
  }

  @Test
  void anOrderHasOneCurrency() {
    Product dollars =
        product(Articles.at(Articles.mug("usd"), new Money(1, Currency.getInstance("USD"))), 10);
    assertInvalid(List.of("items"), item(mug, 1), item(dollars, 1));
  }

  @Test
  void anOrderKeepsThePricesOfItsTime() {
    Order order = placed(ada, item(mug, 1));
    unitOfWork.inTransaction(
        () -> catalogue.update(mug.edited(Articles.at(mug.details(), 1), NOW)));
    assertThat(get.get(new GetOrder.Query(ada, order.id())).total()).isEqualTo(mug.price());
    assertThat(placed(ada, item(mug, 1)).total().amount()).isEqualTo(1);
  }

  @Test
  void onlyUsersOrder() {
    for (Actor actor : List.of(Actors.anonymous(), EXPIRY)) {
      assertThatExceptionOfType(Unauthenticated.class)
          .isThrownBy(() -> placed(actor, item(mug, 1)));
    }
    assertAvailable(10, 5);
  }

  @Test
  void aRaceForTheLastPiecesNeverOversells() {
    List<Boolean> sold =
        Concurrently.inThreads(
            20,
            () -> {
              try {
                placed(ada, item(mug, 1));
                return true;
              } catch (InsufficientStock soldOut) {
                return false;
              }
            });
    assertThat(sold).filteredOn(Boolean::booleanValue).hasSize(10);
    assertAvailable(0, 5);
    assertThat(listed(ada, Optional.empty(), Optional.empty())).hasSize(10);
  }

  @Test
  void aCustomerCallsTheirOrderOff() {
    Order order = placed(ada, item(mug, 3), item(bowl, 1));
    clock.advance(Duration.ofMinutes(1));
    Order cancelled = cancelled(ada, order.id());
    assertThat(cancelled).isEqualTo(order.cancelled(clock.instant()));
    assertAvailable(10, 5);
    assertThat(get.get(new GetOrder.Query(ada, order.id()))).isEqualTo(cancelled);
    assertThat(history(ada, order.id()))
        .extracting(OrderTransition::status, OrderTransition::actor)
        .containsExactly(
            tuple(OrderStatus.PENDING_PAYMENT, ada.reference()),
            tuple(OrderStatus.CANCELLED, ada.reference()));
  }

  @Test
  void aClerkCallsAnothersOrderOff() {
    Order order = placed(ada, item(mug, 3));
    cancelled(clerk, order.id());
    assertAvailable(10, 5);
    assertThat(history(ada, order.id()))
        .extracting(OrderTransition::actor)
        .containsExactly(ada.reference(), clerk.reference());
  }

  @Test
  void othersCannotCallAnOrderOff() {
    Order order = placed(ada, item(mug, 3));
    for (Actor other : List.of(grace, Actors.without(Permission.ORDERS_WRITE))) {
      assertThatExceptionOfType(NotFound.class).isThrownBy(() -> cancelled(other, order.id()));
    }
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> cancelled(ada, new OrderId(identifiers.next())));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> cancelled(Actors.anonymous(), order.id()));
    assertAvailable(7, 5);
  }

  @Test
  void anOrderIsCalledOffOnce() {
    Order order = placed(ada, item(mug, 3));
    cancelled(ada, order.id());
    assertThatExceptionOfType(OrderNotCancellable.class)
        .isThrownBy(() -> cancelled(ada, order.id()));
    assertAvailable(10, 5);
    assertThat(history(ada, order.id())).hasSize(2);
  }

  @Test
  void ofManyCancellationsAtOnceOneSucceeds() {
    Order order = placed(ada, item(mug, 3));
    List<Boolean> done =
        Concurrently.inThreads(
            8,
            () -> {
              try {
                cancelled(ada, order.id());
                return true;
              } catch (OrderNotCancellable past) {
                return false;
              }
            });
    assertThat(done).containsOnlyOnce(true);
    assertAvailable(10, 5);
  }

  @Test
  void ordersThatAreNotPaidInTimeEndAndGiveTheirStockBack() {
    Order first = placed(ada, item(mug, 3));
    clock.advance(Duration.ofMinutes(1));
    Order second = placed(grace, item(mug, 2));
    clock.advance(NewOrder.PAYMENT_PERIOD.minusSeconds(60));
    assertThat(expired(10)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(expired(10)).isEqualTo(1);
    assertAvailable(8, 5);
    assertThat(get.get(new GetOrder.Query(ada, first.id())))
        .isEqualTo(first.expired(clock.instant()));
    assertThat(get.get(new GetOrder.Query(grace, second.id()))).isEqualTo(second);
    assertThat(history(ada, first.id()))
        .extracting(OrderTransition::status, OrderTransition::actor)
        .containsExactly(
            tuple(OrderStatus.PENDING_PAYMENT, ada.reference()),
            tuple(OrderStatus.EXPIRED, "system:expiry"));
    assertThat(expired(10)).isZero();
  }

  @Test
  void anOrderThatIsSetApartHoldsUpNoOther() {
    Order apart = placed(ada, item(mug, 3));
    Order sound = placed(ada, item(mug, 2));
    DeferExpiry defer = new DeferExpiryService(unitOfWork, orders, clock);
    ExpireDeferredOrder expireDeferred =
        new ExpireDeferredOrderService(unitOfWork, orders, stock, auditTrail, outbox, clock);
    clock.advance(NewOrder.PAYMENT_PERIOD.plusMillis(1));

    assertThat(defer.defer(new DeferExpiry.Command(1))).containsExactly(apart.id());
    assertThat(expired(10)).isEqualTo(1);
    assertThat(get.get(new GetOrder.Query(ada, sound.id())).status())
        .isEqualTo(OrderStatus.EXPIRED);
    assertThat(get.get(new GetOrder.Query(ada, apart.id())).status())
        .isEqualTo(OrderStatus.PENDING_PAYMENT);

    ExpireDeferredOrder.Command alone = new ExpireDeferredOrder.Command(EXPIRY, apart.id());
    expireDeferred.expire(alone);
    assertAvailable(10, 5);
    assertThat(history(ada, apart.id()))
        .extracting(OrderTransition::status)
        .containsExactly(OrderStatus.PENDING_PAYMENT, OrderStatus.EXPIRED);
    expireDeferred.expire(alone);
    assertThat(history(ada, apart.id())).hasSize(2);
  }

  @Test
  void aDeferredOrderIsTriedAgainAfterItsPause() {
    placed(ada, item(mug, 3));
    clock.advance(NewOrder.PAYMENT_PERIOD.plusMillis(1));
    assertThat(new DeferExpiryService(unitOfWork, orders, clock).defer(new DeferExpiry.Command(10)))
        .hasSize(1);
    clock.advance(DeferExpiry.PAUSE.minusMillis(1));
    assertThat(expired(10)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(expired(10)).isEqualTo(1);
  }

  @Test
  void expiresInBatches() {
    for (int number = 0; number < 5; number++) {
      placed(ada, item(mug, 1));
    }
    clock.advance(NewOrder.PAYMENT_PERIOD.plusSeconds(1));
    assertThat(expired(2)).isEqualTo(2);
    assertThat(expired(2)).isEqualTo(2);
    assertThat(expired(2)).isEqualTo(1);
    assertThat(expired(2)).isZero();
    assertAvailable(10, 5);
  }

  @Test
  void manyNodesExpireEachOrderOnce() {
    for (int number = 0; number < 10; number++) {
      placed(ada, item(mug, 1));
    }
    clock.advance(NewOrder.PAYMENT_PERIOD.plusSeconds(1));
    int ended =
        Concurrently.inThreads(
                8,
                () -> {
                  int sum = 0;
                  int batch;
                  do {
                    batch = expired(2);
                    sum += batch;
                  } while (batch > 0);
                  return sum;
                })
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    assertThat(ended + expired(10)).isEqualTo(10);
    assertAvailable(10, 5);
    assertThat(listed(ada, Optional.empty(), Optional.empty()))
        .allSatisfy(order -> assertThat(history(ada, order.id())).hasSize(2));
  }

  @Test
  void aCancelledOrderDoesNotExpire() {
    Order order = placed(ada, item(mug, 1));
    cancelled(ada, order.id());
    clock.advance(NewOrder.PAYMENT_PERIOD.plusSeconds(1));
    assertThat(expired(10)).isZero();
    assertThat(history(ada, order.id())).hasSize(2);
  }

  @Test
  void onlyTheCustomerAndReadersSeeAnOrder() {
    Order order = placed(ada, item(mug, 1));
    for (Actor actor : List.of(ada, reader)) {
      assertThat(get.get(new GetOrder.Query(actor, order.id()))).isEqualTo(order);
      assertThat(history(actor, order.id())).hasSize(1);
    }
    for (Actor actor : List.of(grace, Actors.without(Permission.ORDERS_READ))) {
      assertThatExceptionOfType(NotFound.class)
          .isThrownBy(() -> get.get(new GetOrder.Query(actor, order.id())));
      assertThatExceptionOfType(NotFound.class).isThrownBy(() -> history(actor, order.id()));
    }
    OrderId unknown = new OrderId(identifiers.next());
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> get.get(new GetOrder.Query(reader, unknown)));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> history(reader, unknown));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> get.get(new GetOrder.Query(Actors.anonymous(), order.id())));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> history(Actors.anonymous(), order.id()));
  }

  @Test
  void customersListTheirOwnOrders() {
    Order first = placed(ada, item(mug, 1));
    clock.advance(Duration.ofSeconds(1));
    Order second = cancelled(ada, placed(ada, item(mug, 1)).id());
    placed(grace, item(mug, 1));
    assertThat(listed(ada, Optional.empty(), Optional.empty())).containsExactly(second, first);
    assertThat(listed(ada, Optional.empty(), Optional.of(ada.id()))).containsExactly(second, first);
    assertThat(listed(ada, Optional.of(OrderStatus.CANCELLED), Optional.empty()))
        .containsExactly(second);
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> listed(ada, Optional.empty(), Optional.of(grace.id())));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> listed(Actors.anonymous(), Optional.empty(), Optional.empty()));
  }

  @Test
  void readersListEverybodysOrders() {
    Order adas = placed(ada, item(mug, 1));
    Order graces = placed(grace, item(mug, 1));
    assertThat(listed(reader, Optional.empty(), Optional.empty()))
        .containsExactlyInAnyOrder(adas, graces);
    assertThat(listed(reader, Optional.empty(), Optional.of(grace.id()))).containsExactly(graces);
  }

  @Test
  void theAuditTrailTellsOfEachMoveOfAnOrder() {
    Order cancelled = placed(ada, item(mug, 1));
    cancelled(clerk, cancelled.id());
    Order overdue = placed(ada, item(mug, 1));
    Order alsoOverdue = placed(grace, item(mug, 1));
    clock.advance(NewOrder.PAYMENT_PERIOD.plusSeconds(1));
    expired(10);
    expired(10);

    assertThat(auditTrail.entries())
        .contains(
            AuditEntry.of(ada, "order.placed", "order", cancelled.id(), NOW)
                .changing(Change.between(Map.of(), cancelled.auditable()))
                .doneFor("request-1"),
            AuditEntry.of(clerk, "order.cancelled", "order", cancelled.id(), NOW)
                .changing(List.of(statusChange("cancelled"))),
            AuditEntry.of(EXPIRY, "order.expired", "order", overdue.id(), clock.instant())
                .changing(List.of(statusChange("expired"))),
            AuditEntry.of(EXPIRY, "order.expired", "order", alsoOverdue.id(), clock.instant())
                .changing(List.of(statusChange("expired"))))
        .hasSize(6);
  }

  @Test
  void theAuditTrailIsSilentAboutOrdersThatWereRefused() {
    assertThatExceptionOfType(InsufficientStock.class).isThrownBy(() -> placed(ada, item(mug, 11)));
    assertThat(auditTrail.entries()).isEmpty();
  }

  private static Change statusChange(String status) {
    return new Change("status", Optional.of("pending_payment"), Optional.of(status));
  }

  private Product product(Product.Details details, long quantity) {
    Product product = Articles.product(identifiers, details, NOW);
    unitOfWork.inTransaction(
        () -> {
          catalogue.add(product);
          stock.receive(product.id(), quantity);
        });
    return product;
  }

  private static PlaceOrder.Item item(Product product, int quantity) {
    return new PlaceOrder.Item(product.id(), quantity);
  }

  private Order placed(Actor actor, PlaceOrder.Item... items) {
    return place.place(List.of(command(actor, "request-1", items))).getFirst().orThrow();
  }

  private static PlaceOrder.Command command(
      Actor actor, String requestId, PlaceOrder.Item... items) {
    return new PlaceOrder.Command(actor, List.of(items), requestId);
  }

  private Order cancelled(Actor actor, OrderId id) {
    return cancel.cancel(new CancelOrder.Command(actor, id));
  }

  private int expired(int limit) {
    return expire.expire(new ExpireOrders.Command(EXPIRY, limit)).expired();
  }

  private List<OrderTransition> history(Actor actor, OrderId id) {
    return getHistory.get(new GetOrderHistory.Query(actor, id));
  }

  private List<Order> listed(Actor actor, Optional<OrderStatus> status, Optional<UserId> customer) {
    PageRequest<OrderField> page = new PageRequest<>(new PageRequest.Page(1), 100, List.of());
    return list.list(new ListOrders.Query(actor, status, customer, page)).items();
  }

  private void assertAvailable(long mugs, long bowls) {
    assertThat(List.of(mug, bowl))
        .extracting(product -> stock.level(product.id()).available())
        .containsExactly(mugs, bowls);
  }

  private void assertInvalid(List<String> fields, PlaceOrder.Item... items) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> placed(ada, items))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactlyElementsOf(fields));
  }
}
