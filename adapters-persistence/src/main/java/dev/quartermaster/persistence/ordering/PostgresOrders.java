package dev.quartermaster.persistence.ordering;

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
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A constant number of statements for any number of orders and lines: at most three for each call.
 */
@Singleton
final class PostgresOrders implements Orders {
  private static final Listing<OrderField, Order> ORDERS =
      new Listing<>(
          "orders",
          new Sort<>(OrderField.CREATED_AT, true),
          PostgresOrders::column,
          order -> order.id().value());

  /** Greater than any id, as the database compares them. */
  private static final UUID BEYOND_ALL = new UUID(-1, -1);

  private final Statements statements;

  PostgresOrders(Statements statements) {
    this.statements = statements;
  }

  @Override
  public List<Order> add(List<NewOrder> orders) {
    List<Order> unnumbered = orders.stream().map(order -> order.placed(0)).toList();
    List<PlacedLine> lines = unnumbered.stream().flatMap(PlacedLine::of).toList();
    Map<UUID, Long> numbers =
        statements
            .query(
                row -> Map.entry(row.uuid("id"), row.number("number")),
                """
                WITH wanted AS (
                    SELECT * FROM unnest((SELECT ?), ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                        AS wanted (id, customer_id, status, total_amount, currency, expires_at,
                                   created_at, updated_at, version, actor, position)),
                placed AS (
                    INSERT INTO orders (id, customer_id, status, total_amount, currency,
                                        expires_at, created_at, updated_at, version)
                    SELECT id, customer_id, status, total_amount, currency,
                           expires_at, created_at, updated_at, version
                    FROM wanted ORDER BY position
                    RETURNING id, number),
                lines AS (
                    INSERT INTO order_lines (order_id, position, product_id, sku, name,
                                             quantity, unit_price)
                    SELECT * FROM unnest((SELECT ?), ?, ?, ?, ?, ?, ?)),
                history AS (
                    INSERT INTO order_transitions (order_id, version, status, reason, actor, at)
                    SELECT id, version, status, ?, actor, created_at FROM wanted)
                SELECT id, number FROM placed
                """,
                SqlArray.uuids(unnumbered, order -> order.id().value()),
                SqlArray.uuids(unnumbered, order -> order.customerId().value()),
                SqlArray.texts(unnumbered, order -> order.status().code()),
                SqlArray.numbers(unnumbered, order -> order.total().amount()),
                SqlArray.texts(unnumbered, order -> order.total().currency().getCurrencyCode()),
                SqlArray.instants(unnumbered, Order::expiresAt),
                SqlArray.instants(unnumbered, Order::createdAt),
                SqlArray.instants(unnumbered, Order::updatedAt),
                SqlArray.numbers(unnumbered, Order::version),
                SqlArray.texts(orders, NewOrder::placedBy),
                SqlArray.uuids(lines, PlacedLine::orderId),
                SqlArray.numbers(lines, PlacedLine::position),
                SqlArray.uuids(lines, line -> line.of().productId().value()),
                SqlArray.texts(lines, line -> line.of().sku()),
                SqlArray.texts(lines, line -> line.of().name()),
                SqlArray.numbers(lines, line -> (long) line.of().quantity()),
                SqlArray.numbers(lines, line -> line.of().unitPrice().amount()),
                "order placed")
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return orders.stream()
        .map(order -> order.placed(Objects.requireNonNull(numbers.get(order.id().value()))))
        .toList();
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return orders("SELECT * FROM orders WHERE id = ?", id.value()).stream().findFirst();
  }

  @Override
  public Optional<Order> findForUpdate(OrderId id) {
    return orders("SELECT * FROM orders WHERE id = ? FOR UPDATE", id.value()).stream().findFirst();
  }

  @Override
  public void update(List<Order> moved, String reason, String actor) {
    statements.update(
        """
        WITH moved AS (
            SELECT * FROM unnest((SELECT ?), ?, ?, ?, ?)
                AS moved (id, status, payment_under_way, updated_at, version)),
        updated AS (
            UPDATE orders
            SET status = moved.status, payment_under_way = moved.payment_under_way,
                updated_at = moved.updated_at, version = moved.version
            FROM moved WHERE orders.id = moved.id)
        INSERT INTO order_transitions (order_id, version, status, reason, actor, at)
        SELECT id, version, status, ?, ?, updated_at FROM moved
        """,
        SqlArray.uuids(moved, order -> order.id().value()),
        SqlArray.texts(moved, order -> order.status().code()),
        SqlArray.flags(moved, Order::paymentUnderWay),
        SqlArray.instants(moved, Order::updatedAt),
        SqlArray.numbers(moved, Order::version),
        reason,
        actor);
  }

  @Override
  public Slice<Order> list(OrderFilter filter, PageRequest<OrderField> page) {
    Conditions conditions = Conditions.none();
    if (filter.status().isPresent()) {
      conditions = conditions.and("status = ?", filter.status().get().code());
    }
    if (filter.customerId().isPresent()) {
      conditions = conditions.and("customer_id = ?", filter.customerId().get().value());
    }
    return ORDERS.slice(
        statements, conditions, page, select -> orders(select.sql(), select.values().toArray()));
  }

  @Override
  public List<OrderTransition> history(OrderId id) {
    return statements.query(
        row ->
            new OrderTransition(
                id,
                row.number("version"),
                OrderRow.status(row),
                row.text("reason"),
                row.text("actor"),
                row.instant("at")),
        "SELECT * FROM order_transitions WHERE order_id = ? ORDER BY version",
        id.value());
  }

  @Override
  public List<Order> lockOverdue(Instant instant, int limit) {
    return orders(
        """
        SELECT * FROM orders
        WHERE status = 'pending_payment' AND NOT payment_under_way AND expires_at < ?
        AND NOT EXISTS (
            SELECT 1 FROM deferred_expiries AS deferred
            WHERE deferred.order_id = orders.id AND deferred.until > ?)
        ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED
        """,
        instant,
        instant,
        limit);
  }

  @Override
  public void deferExpiry(List<OrderId> ids, Instant until) {
    statements.update(
        """
        INSERT INTO deferred_expiries (order_id, until) SELECT id, ? FROM unnest(?) AS id
        ON CONFLICT ON CONSTRAINT deferred_expiries_pk DO UPDATE SET until = excluded.until
        """,
        until,
        SqlArray.uuids(ids, OrderId::value));
  }

  @Override
  public void forgetDeferral(OrderId id) {
    statements.update("DELETE FROM deferred_expiries WHERE order_id = ?", id.value());
  }

  @Override
  public List<OrderState> states(Optional<OrderId> after, int limit) {
    return statements.query(
        row ->
            new OrderState(
                new OrderId(row.uuid("id")), OrderRow.status(row), row.instant("expires_at")),
        "SELECT id, status, expires_at FROM orders WHERE id < ? ORDER BY id DESC LIMIT ?",
        after.map(OrderId::value).orElse(BEYOND_ALL),
        limit);
  }

  @Override
  public Map<ProductId, Long> heldPieces() {
    return statements
        .query(
            row -> Map.entry(new ProductId(row.uuid("product_id")), row.number("quantity")),
            """
            SELECT line.product_id, sum(line.quantity)::bigint AS quantity
            FROM orders JOIN order_lines AS line ON line.order_id = orders.id
            WHERE orders.status IN ('pending_payment', 'confirmed')
            GROUP BY line.product_id
            """)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The orders that a query for whole rows gives, and by a second query the lines of them all. */
  private List<Order> orders(String sql, Object... parameters) {
    List<OrderRow> rows = statements.query(OrderRow::read, sql, parameters);
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<OrderLineRow>> lines =
        statements
            .query(
                OrderLineRow::read,
                """
                SELECT * FROM order_lines WHERE order_id = ANY ((SELECT ?)::uuid[])
                ORDER BY order_id, position
                """,
                SqlArray.uuids(rows, OrderRow::id))
            .stream()
            .collect(Collectors.groupingBy(OrderLineRow::orderId));
    return rows.stream()
        .map(row -> row.withLines(lines.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static SortColumn<Order> column(OrderField field) {
    return switch (field) {
      case NUMBER -> new SortColumn<>("number", SortType.NUMBER, Order::number);
      case TOTAL ->
          new SortColumn<>("total_amount", SortType.NUMBER, order -> order.total().amount());
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, Order::createdAt);
      case UPDATED_AT -> new SortColumn<>("updated_at", SortType.INSTANT, Order::updatedAt);
    };
  }

  /** A line of an order, with its place among the order's lines. */
  private record PlacedLine(UUID orderId, long position, OrderLine of) {

    static Stream<PlacedLine> of(Order order) {
      List<OrderLine> lines = order.lines();
      return IntStream.range(0, lines.size())
          .mapToObj(index -> new PlacedLine(order.id().value(), index + 1, lines.get(index)));
    }
  }
}
