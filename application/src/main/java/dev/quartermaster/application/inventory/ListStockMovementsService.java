package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.inventory.StockedProducts;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class ListStockMovementsService implements ListStockMovements {
  private final UnitOfWork unitOfWork;
  private final StockLedger ledger;
  private final StockedProducts products;

  ListStockMovementsService(UnitOfWork unitOfWork, StockLedger ledger, StockedProducts products) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
    this.products = products;
  }

  @Override
  public Slice<StockMovement> list(Query query) {
    query.actor().require(Permission.INVENTORY_WRITE);
    if (!products.exists(query.productId())) {
      throw new NotFound("product", query.productId());
    }
    return unitOfWork.inTransaction(() -> ledger.movements(query.productId(), query.page()));
  }
}
