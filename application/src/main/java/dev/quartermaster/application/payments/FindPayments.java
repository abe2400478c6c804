package dev.quartermaster.application.payments;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import java.util.List;
import java.util.Set;

/** Reads the payments of many orders at once. */
public interface FindPayments {

  /** Reads all tries to pay any of the orders; the caller knows who may see them. */
  List<Payment> find(Query query);

  /**
   * @param orderIds which orders
   */
  record Query(Set<OrderId> orderIds) {
    public Query {
      orderIds = Set.copyOf(orderIds);
    }
  }
}
