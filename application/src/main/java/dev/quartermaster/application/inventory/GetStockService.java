package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockedProducts;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class GetStockService implements GetStock {
  private final UnitOfWork unitOfWork;
  private final StockLedger ledger;
  private final StockedProducts products;

  GetStockService(UnitOfWork unitOfWork, StockLedger ledger, StockedProducts products) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
    this.products = products;
  }

  @Override
  public StockLevel get(Query query) {
    if (!mayKnow(query)) {
      throw new NotFound("product", query.productId());
    }
    return unitOfWork.inTransaction(() -> ledger.level(query.productId()));
  }

  private boolean mayKnow(Query query) {
    return query.actor().may(Permission.INVENTORY_WRITE)
        ? products.exists(query.productId())
        : products.isShown(query.productId(), query.actor());
  }
}
