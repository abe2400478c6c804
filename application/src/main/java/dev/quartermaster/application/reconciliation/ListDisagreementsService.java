package dev.quartermaster.application.reconciliation;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.inventory.StockComparison;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    Books books = unitOfWork.inSnapshot(SNAPSHOT_TIME, () -> read(query));
    Map<OrderId, List<Payment>> paid =
        books.payments().stream().collect(Collectors.groupingBy(Payment::orderId));
    List<Disagreement> found = new ArrayList<>();
    books.stock().forEach(product -> found.addAll(StockCheck.of(product)));
    for (OrderState order : books.orders()) {
      boolean holdsStock = books.holders().contains(order.orderId());
      found.addAll(
          OrderCheck.of(order, paid.getOrDefault(order.orderId(), List.of()), holdsStock, now));
    }
    found.addAll(new ChargeCheck(unitOfWork, payments, clock).of(books.payments()));
    return new Slice<>(found, new Slice.Cursor(query.limit(), books.next()));
  }

  private Books read(Query query) {
    List<OrderState> more = orders.orders(query.after(), query.limit() + 1);
    List<OrderState> part = more.stream().limit(query.limit()).toList();
    Set<OrderId> ids = part.stream().map(OrderState::orderId).collect(Collectors.toSet());
    return new Books(
        part,
        payments.ofOrders(ids),
        stock.holders(ids),
        query.after().isEmpty() ? stock.disagreeing(orders.heldPieces(), MAX_PRODUCTS) : List.of(),
        more.size() > part.size()
            ? Optional.of(part.getLast().orderId().toString())
            : Optional.empty());
  }

  /**
   * What is on record at one moment.
   *
   * @param orders a part of the orders
   * @param payments all payments of these
   * @param holders those of them for which stock is reserved
   * @param stock the products of which records do not agree
   * @param next the cursor of the part that follows, if one does
   */
  private record Books(
      List<OrderState> orders,
      List<Payment> payments,
      Set<OrderId> holders,
      List<StockComparison> stock,
      Optional<String> next) {
    Books {
      orders = List.copyOf(orders);
      payments = List.copyOf(payments);
      holders = Set.copyOf(holders);
      stock = List.copyOf(stock);
    }
  }
}
