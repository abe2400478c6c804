package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryStockReservationsTest extends StockReservationsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryStockReservations port = new InMemoryStockReservations(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected StockReservations reservations() {
    return port;
  }

  @Override
  protected void receive(ProductId productId, long quantity) {
    port.receive(productId, quantity);
  }

  @Override
  protected StockLevel level(ProductId productId) {
    return port.level(productId);
  }
}
