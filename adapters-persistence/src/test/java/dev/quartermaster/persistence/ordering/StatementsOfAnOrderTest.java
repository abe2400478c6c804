package dev.quartermaster.persistence.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderFilter;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.shared.StatementCounter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An order of 673 lines takes as many statements as an order of one, and so do 20 orders. */
@QuarkusTest
class StatementsOfAnOrderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
  private static final List<Integer> SIZES = List.of(1, 100, 673);

  @Inject AgroalDataSource dataSource;
  @Inject UnitOfWork unitOfWork;
  @Inject Identifiers identifiers;
  @Inject Products products;
  @Inject StockLedger ledger;
  @Inject Orders orders;
  @Inject AuditTrail auditTrail;

  /** Products, levels, ledger, order, audit entry. */
  @Test
  void placing() {
    assertThat(
            SIZES.stream()
                .map(
                    size -> {
                      List<Product> stocked = stocked(size);
                      return count(() -> place(stocked));
                    }))
        .containsOnly(5L);
  }

  @Test
  void placingManyOrders() {
    assertThat(
            Stream.of(1, 20)
                .map(
                    size -> {
                      List<List<Product>> stocked =
                          IntStream.range(0, size).mapToObj(_ -> stocked(2)).toList();
                      return count(() -> placeAll(new UserId(identifiers.next()), stocked));
                    }))
        .containsOnly(5L);
  }

  /** Movements, levels, ledger, orders, audit entries. */
  @Test
  void cancelling() {
    assertThat(
            SIZES.stream()
                .map(
                    size -> {
                      Order order = unitOfWork.inTransaction(() -> place(stocked(size)));
                      return count(() -> cancel(List.of(order)));
                    }))
        .containsOnly(5L);
  }

  @Test
  void expiringManyOrders() {
    assertThat(
            Stream.of(1, 20)
                .map(
                    size -> {
                      List<Order> overdue =
                          IntStream.range(0, size)
                              .mapToObj(_ -> unitOfWork.inTransaction(() -> place(stocked(2))))
                              .toList();
                      return count(() -> cancel(overdue));
                    }))
        .containsOnly(5L);
  }

  /** Count, orders, lines. */
  @Test
  void listing() {
    UserId customer = new UserId(identifiers.next());
    assertThat(
            Stream.of(1, 10, 10)
                .map(
                    size -> {
                      for (int index = 0; index < size; index++) {
                        unitOfWork.inTransaction(() -> place(customer, stocked(2)));
                      }
                      return count(() -> list(customer));
                    }))
        .containsOnly(3L);
  }

  private long count(Runnable work) {
    return new StatementCounter(dataSource::getConnection)
        .count(() -> unitOfWork.inTransaction(work));
  }

  private void list(UserId customer) {
    orders.list(
        new OrderFilter(Optional.empty(), Optional.of(customer)),
        new PageRequest<>(new PageRequest.Page(1), 20, List.of()));
  }

  private Order place(List<Product> stocked) {
    return place(new UserId(identifiers.next()), stocked);
  }

  private Order place(UserId customer, List<Product> stocked) {
    return placeAll(customer, List.of(stocked)).getFirst();
  }

  private List<Order> placeAll(UserId customer, List<List<Product>> stocked) {
    List<ProductId> ids = stocked.stream().flatMap(List::stream).map(Product::id).toList();
    Map<ProductId, Product> found =
        products.findAll(ids).stream().collect(Collectors.toMap(Product::id, Function.identity()));
    List<NewOrder> wanted =
        stocked.stream()
            .map(
                wishes ->
                    new NewOrder(
                        new OrderId(identifiers.next()),
                        customer,
                        wishes.stream().map(wish -> line(found.get(wish.id()))).toList(),
                        NOW,
                        "user:1"))
            .toList();
    ledger.lockLevels(ids);
    ledger.append(
        wanted.stream()
            .flatMap(
                order ->
                    order.lines().stream()
                        .map(
                            line ->
                                movement(
                                    line.productId(),
                                    StockMovement.Kind.RESERVATION,
                                    0,
                                    1,
                                    Optional.of(order.id()))))
            .toList());
    List<Order> placed = orders.add(wanted);
    auditTrail.append(placed.stream().map(order -> entry("order.placed", order)).toList());
    return placed;
  }

  private static OrderLine line(Product product) {
    return new OrderLine(product.id(), product.sku().value(), product.name(), 1, product.price());
  }

  private void cancel(List<Order> cancelled) {
    List<StockMovement> held =
        ledger.movementsFor(cancelled.stream().map(order -> order.id().value()).toList());
    ledger.lockLevels(held.stream().map(StockMovement::productId).toList());
    ledger.append(
        held.stream()
            .map(
                movement ->
                    movement(
                        movement.productId(),
                        StockMovement.Kind.RELEASE,
                        0,
                        -1,
                        movement.reference().map(OrderId::new)))
            .toList());
    orders.update(
        cancelled.stream().map(order -> order.cancelled(NOW)).toList(), "tested", "user:1");
    auditTrail.append(cancelled.stream().map(order -> entry("order.cancelled", order)).toList());
  }

  private static AuditEntry entry(String action, Order order) {
    return AuditEntry.of(new Actor.SystemProcess("test"), action, "order", order.id(), NOW)
        .changing(Change.between(Map.of(), order.auditable()));
  }

  private List<Product> stocked(int size) {
    List<Product> candidates =
        Stream.generate(
                () -> Articles.product(identifiers, Articles.mug("sku-" + identifiers.next()), NOW))
            .limit(size)
            .toList();
    return unitOfWork.inTransaction(
        () -> {
          ledger.append(
              candidates.stream()
                  .map(
                      product ->
                          movement(
                              product.id(), StockMovement.Kind.ADJUSTMENT, 5, 0, Optional.empty()))
                  .toList());
          return products.addMissing(candidates);
        });
  }

  private StockMovement movement(
      ProductId product,
      StockMovement.Kind kind,
      long onHand,
      long reserved,
      Optional<OrderId> order) {
    return new StockMovement(
        identifiers.next(),
        product,
        kind,
        onHand,
        reserved,
        "tested",
        order.map(OrderId::value),
        "user:1",
        NOW);
  }
}
