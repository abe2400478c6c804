package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.payments.PaidOrders;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.payments.PaidOrdersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/** {@link PaidOrdersContract} on ordering. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class OrderingPaidOrdersTest extends PaidOrdersContract {
  @Inject UnitOfWork unitOfWork;
  @Inject PaidOrders paidOrders;
  @Inject Orders orders;
  @Inject InstantSource clock;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected PaidOrders paidOrders() {
    return paidOrders;
  }

  @Override
  protected Orders orders() {
    return orders;
  }

  @Override
  protected Instant now() {
    return clock.instant();
  }
}
