package dev.quartermaster.testkit.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.reconciliation.StockBook;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a {@link StockBook} promises. */
public abstract class StockBookContract extends PortContract {
  /** Others may have left any number of products that were promised to nobody here. */
  private static final int ALL = 1_000_000;

  private final ProductId product = new ProductId(IDENTIFIERS.next());
  private final OrderId order = new OrderId(IDENTIFIERS.next());

  /** The port under test. */
  protected abstract StockBook book();

  /** The ledger that it knows. */
  protected abstract StockLedger ledger();

  @Test
  void tellsWhatIsNotReservedAsPromised() {
    move(StockMovement.Kind.ADJUSTMENT, 10, 0, Optional.empty());
    move(StockMovement.Kind.RESERVATION, 0, 3, Optional.of(order.value()));
    assertThat(disagreeing(Map.of(product, 2L)))
        .contains(new StockComparison(product, 10, 3, 10, 3, 2));
    assertThat(disagreeing(Map.of(product, 3L)))
        .extracting(StockComparison::productId)
        .doesNotContain(product);
  }

  @Test
  void tellsWhichOrdersHoldStock() {
    OrderId stranger = new OrderId(IDENTIFIERS.next());
    move(StockMovement.Kind.ADJUSTMENT, 10, 0, Optional.empty());
    move(StockMovement.Kind.RESERVATION, 0, 3, Optional.of(order.value()));
    assertThat(holders(order, stranger)).containsExactly(order);
    move(StockMovement.Kind.RELEASE, 0, -3, Optional.of(order.value()));
    assertThat(holders(order, stranger)).isEmpty();
  }

  private List<StockComparison> disagreeing(Map<ProductId, Long> promised) {
    return inTransaction(() -> book().disagreeing(promised, ALL));
  }

  private Set<OrderId> holders(OrderId... orders) {
    return inTransaction(() -> book().holders(Set.of(orders)));
  }

  private void move(StockMovement.Kind kind, long onHand, long reserved, Optional<UUID> reference) {
    inTransaction(
        () ->
            ledger()
                .append(
                    List.of(
                        new StockMovement(
                            IDENTIFIERS.next(),
                            product,
                            kind,
                            onHand,
                            reserved,
                            "tested",
                            reference,
                            "system:test",
                            NOW))));
  }
}
