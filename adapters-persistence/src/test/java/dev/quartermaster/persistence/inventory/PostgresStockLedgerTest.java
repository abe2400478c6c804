package dev.quartermaster.persistence.inventory;

import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.inventory.StockLedgerContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link StockLedgerContract} on PostgreSQL. */
@QuarkusTest
class PostgresStockLedgerTest extends StockLedgerContract {
  @Inject UnitOfWork unitOfWork;
  @Inject StockLedger ledger;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected StockLedger ledger() {
    return ledger;
  }
}
