package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.Set;
import java.util.UUID;

@UseCase
final class FindStockHoldersService implements FindStockHolders {
  private final UnitOfWork unitOfWork;
  private final StockLedger ledger;

  FindStockHoldersService(UnitOfWork unitOfWork, StockLedger ledger) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
  }

  @Override
  public Set<UUID> find(Query query) {
    return unitOfWork.inTransaction(() -> ledger.holders(query.references()));
  }
}
