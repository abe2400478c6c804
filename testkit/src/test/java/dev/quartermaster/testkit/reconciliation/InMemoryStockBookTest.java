package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.reconciliation.StockBook;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.inventory.InMemoryStockLedger;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryStockBookTest extends StockBookContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryStockLedger ledger = new InMemoryStockLedger(unitOfWork);
  private final InMemoryStockBook port = new InMemoryStockBook(ledger);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected StockBook book() {
    return port;
  }

  @Override
  protected StockLedger ledger() {
    return ledger;
  }
}
