package dev.quartermaster.application.reconciliation;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderState;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.reconciliation.Comparison;
import dev.quartermaster.domain.reconciliation.Disagreement;
import dev.quartermaster.domain.reconciliation.DisagreementKind;
import dev.quartermaster.domain.reconciliation.OrderBook;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import dev.quartermaster.domain.reconciliation.StockBook;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
    Comparison recorded = unitOfWork.inSnapshot(SNAPSHOT_TIME, () -> recorded(query, now));
    List<Disagreement> charged = charged(recorded.orderIds(), query.after().isEmpty());
    return new Slice<>(
        Stream.concat(recorded.disagreements().stream(), charged.stream()).toList(),
        new Slice.Cursor(query.limit(), recorded.next().map(OrderId::toString)));
  }

  /** What our own records tell at one moment. */
  private Comparison recorded(Query query, Instant now) {
    List<OrderState> part = orders.orders(query.after(), query.limit());
    Set<OrderId> ids = part.stream().map(OrderState::orderId).collect(Collectors.toSet());
    Set<OrderId> holders = stock.holders(ids);
    Map<OrderId, List<Payment>> tries =
        payments.ofOrders(ids).stream().collect(Collectors.groupingBy(Payment::orderId));
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
    Stream<Disagreement> ofProducts = query.after().isPresent() ? Stream.empty() : ofProducts();
    return new Comparison(Stream.concat(ofProducts, ofOrders).toList(), ids, next(part));
  }

  private Stream<Disagreement> ofProducts() {
    return stock.disagreeing(orders.heldPieces(), MAX_PRODUCTS).stream()
        .flatMap(product -> StockCheck.of(product).stream());
  }

  /** What the gateway's books tell, or that it does not say. */
  private List<Disagreement> charged(Set<OrderId> orderIds, boolean withStrays) {
    ChargeCheck check = new ChargeCheck(unitOfWork, payments, clock);
    List<Disagreement> found = new ArrayList<>();
    try {
      found.addAll(check.ofPayments(orderIds));
      if (withStrays) {
        found.addAll(check.ofStrays());
      }
    } catch (Unavailable unanswered) {
      found.add(
          Disagreement.ofAll(
              DisagreementKind.CHARGE_UNKNOWN,
              unanswered.detail() + " Not all of the gateway's books were compared."));
    }
    return found;
  }

  /** The last order of the part, if others follow. */
  private Optional<OrderId> next(List<OrderState> part) {
    return part.isEmpty()
        ? Optional.empty()
        : Optional.of(part.getLast().orderId())
            .filter(last -> !orders.orders(Optional.of(last), 1).isEmpty());
  }
}
