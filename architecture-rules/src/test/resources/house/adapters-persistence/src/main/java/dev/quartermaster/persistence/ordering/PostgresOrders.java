package dev.quartermaster.persistence.ordering;

import dev.quartermaster.domain.ordering.Orders;

final class PostgresOrders implements Orders {
  @Override
  public String ownerOf(String order) {
    return order;
  }
}
