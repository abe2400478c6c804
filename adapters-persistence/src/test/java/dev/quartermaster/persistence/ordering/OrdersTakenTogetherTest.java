package dev.quartermaster.persistence.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.ordering.Purchases;
import dev.quartermaster.testkit.shared.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many orders for few products at once, in one group after the other and in the queues of two
 * nodes: what was answered is what is stored, to the piece, though some are short and some break
 * the statements of their group.
 */
@QuarkusTest
class OrdersTakenTogetherTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
  private static final int BUYERS = 40;
  private static final int ORDERS_EACH = 5;
  private static final long PIECES = 150;

  @Inject UnitOfWork unitOfWork;
  @Inject GroupCommit groupCommit;
  @Inject StockLedger ledger;
  @Inject Orders orders;
  @Inject Identifiers identifiers;

  private final ConcurrentLinkedQueue<Integer> groupSizes = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsAnsweredIsWhatIsStored(long seed) {
    List<ProductId> products = stocked(4, PIECES);
    OrderId taken = unitOfWork.inTransaction(() -> add(order(new Random(seed), products))).id();
    AtomicInteger buyers = new AtomicInteger();
    Map<OrderId, NewOrder> wanted = new HashMap<>();

    List<List<Order>> accepted =
        Concurrently.inThreads(
            BUYERS,
            () -> {
              int buyer = buyers.incrementAndGet();
              Random random = new Random(seed * 1_000 + buyer);
              List<Order> own = new ArrayList<>();
              for (int count = 0; count < ORDERS_EACH; count++) {
                NewOrder order = order(random, products);
                // An id that is taken breaks the insert of all orders of the group.
                boolean isPoison = random.nextInt(10) == 0;
                NewOrder sent = isPoison ? withId(taken, order) : order;
                synchronized (wanted) {
                  wanted.put(sent.id(), sent);
                }
                place(node(buyer), sent, isPoison).ifPresent(own::add);
              }
              return own;
            });

    Map<OrderId, Order> answered =
        accepted.stream().flatMap(List::stream).collect(Collectors.toMap(Order::id, o -> o));
    assertThat(answered).doesNotContainKey(taken);
    answered.forEach(
        (id, order) -> {
          assertThat(unitOfWork.inTransaction(() -> orders.find(id))).contains(order);
          assertThat(order.lines()).isEqualTo(wanted.get(id).lines());
        });
    Map<ProductId, Long> sold =
        answered.values().stream()
            .flatMap(order -> order.lines().stream())
            .collect(
                Collectors.groupingBy(
                    OrderLine::productId, Collectors.summingLong(OrderLine::quantity)));
    for (ProductId product : products) {
      assertThat(ledger.level(product))
          .isEqualTo(new StockLevel(product, PIECES, sold.getOrDefault(product, 0L)));
    }
    Collection<OrderId> refused = new ArrayList<>(wanted.keySet());
    refused.removeAll(answered.keySet());
    refused.remove(taken);
    refused.forEach(
        id -> assertThat(unitOfWork.inTransaction(() -> orders.find(id))).as("%s", id).isEmpty());
    assertThat(groupSizes).as("groups").anyMatch(size -> size > 1);
  }

  @Test
  void groupsThatNameTheSameProductsInOtherOrdersNeverWaitInACircle() {
    List<ProductId> products = stocked(6, BUYERS * ORDERS_EACH);
    AtomicInteger buyers = new AtomicInteger();

    List<Boolean> accepted =
        Concurrently.inThreads(
            BUYERS,
            () -> {
              int buyer = buyers.incrementAndGet();
              List<ProductId> inOwnOrder = new ArrayList<>(products);
              Collections.shuffle(inOwnOrder, new Random(buyer));
              return IntStream.range(0, ORDERS_EACH)
                  .mapToObj(_ -> place(node(buyer), onePieceOfEach(inOwnOrder), false))
                  .allMatch(Optional::isPresent);
            });

    assertThat(accepted).containsOnly(true);
    products.forEach(product -> assertThat(ledger.level(product).available()).isZero());
    // A circle would have been broken by the database, and its victims worked on again.
    assertThat(groupSizes.stream().mapToInt(size -> size).sum()).isEqualTo(BUYERS * ORDERS_EACH);
  }

  private NewOrder onePieceOfEach(List<ProductId> products) {
    return Purchases.order(
        identifiers,
        new UserId(identifiers.next()),
        NOW,
        products.stream().map(product -> Purchases.mugs(product, 1)).toArray(OrderLine[]::new));
  }

  /** What has another kind stands in another queue, as on another node. */
  private static String node(int buyer) {
    return "orders of node " + buyer % 2;
  }

  private List<ProductId> stocked(int count, long pieces) {
    List<ProductId> products =
        IntStream.range(0, count).mapToObj(_ -> new ProductId(identifiers.next())).toList();
    unitOfWork.inTransaction(
        () ->
            ledger.append(
                products.stream()
                    .map(id -> movement(id, StockMovement.Kind.ADJUSTMENT, pieces, 0, null))
                    .toList()));
    return products;
  }

  private Optional<Order> place(String node, NewOrder order, boolean isPoison) {
    try {
      Order placed = groupCommit.commit(node, order, order.lines().size(), this::placeAll);
      assertThat(isPoison).isFalse();
      return Optional.of(placed);
    } catch (NotFound isShort) {
      return Optional.empty();
    } catch (RuntimeException broken) {
      assertThat(isPoison).as("%s", broken).isTrue();
      return Optional.empty();
    }
  }

  private List<Outcome<Order>> placeAll(List<NewOrder> wanted) {
    groupSizes.add(wanted.size());
    Map<ProductId, Long> left = new HashMap<>();
    ledger
        .lockLevels(
            wanted.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::productId)
                .toList())
        .forEach((id, level) -> left.put(id, level.available()));
    List<Outcome<NewOrder>> reserved =
        wanted.stream().map(order -> Outcome.of(() -> reserve(order, left))).toList();
    return Outcome.then(
        reserved,
        fitting -> {
          ledger.append(
              fitting.stream()
                  .flatMap(
                      order ->
                          order.lines().stream()
                              .map(
                                  line ->
                                      movement(
                                          line.productId(),
                                          StockMovement.Kind.RESERVATION,
                                          0,
                                          line.quantity(),
                                          order.id())))
                  .toList());
          return orders.add(fitting).stream().<Outcome<Order>>map(Outcome.Done::new).toList();
        });
  }

  private static NewOrder reserve(NewOrder order, Map<ProductId, Long> left) {
    Map<ProductId, Long> after = new HashMap<>(left);
    order
        .lines()
        .forEach(line -> after.merge(line.productId(), (long) -line.quantity(), Long::sum));
    if (after.values().stream().anyMatch(pieces -> pieces < 0)) {
      throw new NotFound("stock", order.id().toString());
    }
    left.putAll(after);
    return order;
  }

  private Order add(NewOrder order) {
    return orders.add(List.of(order)).getFirst();
  }

  private NewOrder order(Random random, List<ProductId> products) {
    return Purchases.order(
        identifiers,
        new UserId(identifiers.next()),
        NOW,
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(
                _ ->
                    Purchases.mugs(
                        products.get(random.nextInt(products.size())), 1 + random.nextInt(4)))
            .toArray(OrderLine[]::new));
  }

  private static NewOrder withId(OrderId id, NewOrder order) {
    return new NewOrder(id, order.customerId(), order.lines(), order.placedAt(), order.placedBy());
  }

  private StockMovement movement(
      ProductId product,
      StockMovement.Kind kind,
      long onHand,
      long reserved,
      @Nullable OrderId order) {
    return new StockMovement(
        identifiers.next(),
        product,
        kind,
        onHand,
        reserved,
        "tested",
        Optional.ofNullable(order).map(OrderId::value),
        "user:1",
        NOW);
  }
}
