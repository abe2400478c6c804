package dev.quartermaster.application.reconciliation;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderState;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.reconciliation.Disagreement;
import dev.quartermaster.domain.reconciliation.OrderBook;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import dev.quartermaster.domain.reconciliation.StockBook;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@UseCase
final class ListDisagreementsService implements ListDisagreements {
  private static final Duration SNAPSHOT_TIME = Duration.ofSeconds(30);

  private final UnitOfWork unitOfWork;
  private final OrderBook orders;
  private final PaymentBook payments;
  private final StockBook stock;
  private final InstantSource clock;

  ListDisagreementsService(
      UnitOfWork unitOfWork,
      OrderBook orders,
      PaymentBook payments,
      StockBook stock,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
    this.payments = payments;
    this.stock = stock;
    this.clock = clock;
  }

  @Override
  public Slice<Disagreement> list(Query query) {
    query.actor().require(Permission.ORDERS_READ);
    Instant now = clock.instant();
    Slice<Disagreement> recorded = unitOfWork.inSnapshot(SNAPSHOT_TIME, () -> compared(query, now));
    List<Payment> tries = unitOfWork.inTransaction(() -> payments.ofOrders(ids(part(query))));
    List<Disagreement> charged = new ChargeCheck(unitOfWork, payments, clock).of(tries);
    return new Slice<>(
        Stream.concat(recorded.items().stream(), charged.stream()).toList(), recorded.paging());
  }

  /** What our own records tell at one moment. */
  private Slice<Disagreement> compared(Query query, Instant now) {
    List<OrderState> part = part(query);
    Set<OrderId> holders = stock.holders(ids(part));
    Map<OrderId, List<Payment>> tries =
        payments.ofOrders(ids(part)).stream().collect(Collectors.groupingBy(Payment::orderId));
    Stream<Disagreement> ofProducts =
        query.after().isPresent()
            ? Stream.empty()
            : stock.disagreeing(orders.heldPieces(), MAX_PRODUCTS).stream()
                .flatMap(product -> StockCheck.of(product).stream());
    Stream<Disagreement> ofOrders =
        part.stream()
            .flatMap(
                order ->
                    OrderCheck.of(
                            order,
                            tries.getOrDefault(order.orderId(), List.of()),
                            holders.contains(order.orderId()),
                            now)
                        .stream());
    return new Slice<>(
        Stream.concat(ofProducts, ofOrders).toList(), new Slice.Cursor(query.limit(), next(part)));
  }

  private List<OrderState> part(Query query) {
    return orders.orders(query.after(), query.limit());
  }

  /** The cursor of the part that follows, if one does. */
  private Optional<String> next(List<OrderState> part) {
    return part.isEmpty()
        ? Optional.empty()
        : Optional.of(part.getLast().orderId())
            .filter(last -> !orders.orders(Optional.of(last), 1).isEmpty())
            .map(OrderId::toString);
  }

  private static Set<OrderId> ids(List<OrderState> part) {
    return part.stream().map(OrderState::orderId).collect(Collectors.toSet());
  }
}
