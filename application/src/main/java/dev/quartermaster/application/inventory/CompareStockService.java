package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class CompareStockService implements CompareStock {
  private final UnitOfWork unitOfWork;
  private final StockLedger ledger;

  CompareStockService(UnitOfWork unitOfWork, StockLedger ledger) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
  }

  @Override
  public List<StockComparison> compare(Query query) {
    return unitOfWork.inTransaction(() -> ledger.disagreeing(query.promised(), query.limit()));
  }
}
