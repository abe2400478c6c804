package dev.quartermaster.persistence.ordering;

import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.testkit.ordering.OrdersContract;

class PostgresOrdersTest extends OrdersContract {
  @Override
  protected Orders orders() {
    return new PostgresOrders();
  }
}
