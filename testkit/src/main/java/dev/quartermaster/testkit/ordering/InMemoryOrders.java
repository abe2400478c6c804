package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderField;
import dev.quartermaster.domain.ordering.OrderFilter;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.OrderState;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders in memory. */
public final class InMemoryOrders implements Orders {
  /** As texts, since UUIDs are compared as signed numbers. */
  private static final Comparator<OrderId> NEWEST_FIRST =
      Comparator.comparing(OrderId::toString).reversed();

  private final InMemoryTable<OrderId, Row> rows;
  private final InMemoryTable<OrderId, Instant> deferrals;
  private final AtomicLong lastNumber = new AtomicLong(1_000);
  private final InMemoryList<Order, OrderField> list =
      new InMemoryList<>(InMemoryOrders::by, OrderField.CREATED_AT, order -> order.id().value());

  /** No orders yet. */
  public InMemoryOrders(InMemoryUnitOfWork unitOfWork) {
    this.rows = new InMemoryTable<>(unitOfWork);
    this.deferrals = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public List<Order> add(List<NewOrder> added) {
    return added.stream().map(this::add).toList();
  }

  private Order add(NewOrder order) {
    Order placed = order.placed(lastNumber.incrementAndGet());
    OrderTransition first = OrderTransition.to(placed, "order placed", order.placedBy());
    rows.put(placed.id(), new Row(placed, List.of(first)));
    return placed;
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return rows.find(id).map(Row::order);
  }

  @Override
  public Optional<Order> findForUpdate(OrderId id) {
    return rows.findForUpdate(id).map(Row::order);
  }

  @Override
  public void update(List<Order> moved, String reason, String actor) {
    for (Order order : moved) {
      OrderTransition entry = OrderTransition.to(order, reason, actor);
      rows.put(
          order.id(),
          new Row(order, Stream.concat(history(order.id()).stream(), Stream.of(entry)).toList()));
    }
  }

  @Override
  public Slice<Order> list(OrderFilter filter, PageRequest<OrderField> page) {
    return list.slice(
        rows.rows().stream()
            .map(Row::order)
            .filter(order -> filter.status().stream().allMatch(order.status()::equals))
            .filter(order -> filter.customerId().stream().allMatch(order.customerId()::equals))
            .toList(),
        page);
  }

  @Override
  public List<OrderTransition> history(OrderId id) {
    return rows.find(id).map(Row::history).orElseGet(List::of);
  }

  @Override
  public List<Order> lockOverdue(Instant instant, int limit) {
    return rows.rows().stream()
        .filter(row -> row.order().isOverdue(instant))
        .filter(row -> deferrals.find(row.order().id()).stream().noneMatch(instant::isBefore))
        .filter(row -> rows.tryLock(row.order().id()))
        .flatMap(row -> find(row.order().id()).stream())
        .filter(order -> order.isOverdue(instant))
        .limit(limit)
        .toList();
  }

  @Override
  public void deferExpiry(List<OrderId> ids, Instant until) {
    ids.forEach(id -> deferrals.put(id, until));
  }

  @Override
  public void forgetDeferral(OrderId id) {
    deferrals.remove(id);
  }

  @Override
  public List<OrderState> states(Optional<OrderId> after, int limit) {
    return rows.rows().stream()
        .map(Row::order)
        .filter(
            order -> after.stream().allMatch(last -> NEWEST_FIRST.compare(last, order.id()) < 0))
        .sorted(Comparator.comparing(Order::id, NEWEST_FIRST))
        .limit(limit)
        .map(order -> new OrderState(order.id(), order.status(), order.expiresAt()))
        .toList();
  }

  @Override
  public Map<ProductId, Long> heldPieces() {
    return rows.rows().stream()
        .map(Row::order)
        .filter(Order::holdsStock)
        .flatMap(order -> order.lines().stream())
        .collect(
            Collectors.groupingBy(
                OrderLine::productId, Collectors.summingLong(OrderLine::quantity)));
  }

  private static Comparator<Order> by(OrderField field) {
    return switch (field) {
      case NUMBER -> Comparator.comparing(Order::number);
      case TOTAL -> Comparator.comparing(order -> order.total().amount());
      case CREATED_AT -> Comparator.comparing(Order::createdAt);
      case UPDATED_AT -> Comparator.comparing(Order::updatedAt);
    };
  }

  private record Row(Order order, List<OrderTransition> history) {}
}
