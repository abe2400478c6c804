package dev.quartermaster.testkit.inventory;

import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryStockLedgerTest extends StockLedgerContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryStockLedger port = new InMemoryStockLedger(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected StockLedger ledger() {
    return port;
  }
}
