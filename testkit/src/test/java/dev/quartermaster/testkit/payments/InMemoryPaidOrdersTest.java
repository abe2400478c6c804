package dev.quartermaster.testkit.payments;

import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.payments.PaidOrders;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.ordering.InMemoryOrders;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;

class InMemoryPaidOrdersTest extends PaidOrdersContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
  private final InMemoryPaidOrders port = new InMemoryPaidOrders(orders, () -> NOW);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected PaidOrders paidOrders() {
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
