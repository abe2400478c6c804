package dev.quartermaster.testkit.reconciliation;

import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.reconciliation.OrderBook;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.ordering.InMemoryOrders;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;

class InMemoryOrderBookTest extends OrderBookContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
  private final InMemoryOrderBook port = new InMemoryOrderBook(orders);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected OrderBook book() {
    return port;
  }

  @Override
  protected Orders orders() {
    return orders;
  }

  @Override
  protected Instant now() {
    return NOW;
  }
}
