package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.ordering.StockReservationsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** {@link StockReservationsContract} on the inventory. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class InventoryReservationsTest extends StockReservationsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject StockReservations reservations;
  @Inject StockLedger ledger;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected StockReservations reservations() {
    return reservations;
  }

  @Override
  protected void receive(ProductId productId, long quantity) {
    ledger.append(
        List.of(
            new StockMovement(
                IDENTIFIERS.next(),
                productId,
                StockMovement.Kind.ADJUSTMENT,
                quantity,
                0,
                "delivery",
                Optional.empty(),
                "system:test",
                NOW)));
  }

  @Override
  protected StockLevel level(ProductId productId) {
    return ledger.level(productId);
  }
}
