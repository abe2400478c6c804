package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryOrdersTest extends OrdersContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOrders port = new InMemoryOrders(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Orders orders() {
    return port;
  }
}
