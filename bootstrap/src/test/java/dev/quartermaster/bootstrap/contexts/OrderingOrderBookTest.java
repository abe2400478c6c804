package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.reconciliation.OrderBook;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.reconciliation.OrderBookContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/** {@link OrderBookContract} on ordering. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class OrderingOrderBookTest extends OrderBookContract {
  @Inject UnitOfWork unitOfWork;
  @Inject OrderBook book;
  @Inject Orders orders;
  @Inject InstantSource clock;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected OrderBook book() {
    return book;
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
