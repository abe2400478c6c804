package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class FindStockService implements FindStock {
  private final UnitOfWork unitOfWork;
  private final StockLedger ledger;

  FindStockService(UnitOfWork unitOfWork, StockLedger ledger) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
  }

  @Override
  public List<StockLevel> find(Query query) {
    return unitOfWork.inTransaction(() -> ledger.levels(query.productIds()));
  }
}
