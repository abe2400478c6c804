package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.ordering.Orders;

public abstract class OrdersContract {
  protected abstract Orders orders();
}
