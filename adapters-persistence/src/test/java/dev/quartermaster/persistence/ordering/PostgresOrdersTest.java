package dev.quartermaster.persistence.ordering;

import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.ordering.OrdersContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link OrdersContract} on PostgreSQL. */
@QuarkusTest
class PostgresOrdersTest extends OrdersContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Orders orders;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Orders orders() {
    return orders;
  }
}
