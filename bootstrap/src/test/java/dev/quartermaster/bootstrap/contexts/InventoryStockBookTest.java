package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.reconciliation.StockBook;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.reconciliation.StockBookContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link StockBookContract} on the inventory. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class InventoryStockBookTest extends StockBookContract {
  @Inject UnitOfWork unitOfWork;
  @Inject StockBook book;
  @Inject StockLedger ledger;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected StockBook book() {
    return book;
  }

  @Override
  protected StockLedger ledger() {
    return ledger;
  }
}
