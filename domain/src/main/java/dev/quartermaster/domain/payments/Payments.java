package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.ordering.OrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All payments with their refunds. The store itself refuses a second payment of an order. */
public interface Payments {

  /** Adds a payment. */
  void add(Payment payment);

  /** The payment, if there is one. */
  Optional<Payment> find(PaymentId id);

  /** The payment, locked until the transaction ends. */
  Optional<Payment> findForUpdate(PaymentId id);

  /** All tries to pay the order, oldest first. */
  List<Payment> ofOrder(OrderId orderId);

  /** All tries to pay any of the orders, in no particular order. */
  List<Payment> ofOrders(Collection<OrderId> orderIds);

  /** Those of the ids that are a payment's. */
  Set<PaymentId> known(Collection<PaymentId> ids);

  /** Replaces the stored state. */
  void update(Payment payment);

  /**
   * Payments whose next step is due before an instant, the longest due first, locked until the
   * transaction ends; those that another transaction holds are passed over.
   *
   * @param limit how many at the most
   */
  List<Payment> lockDue(Instant instant, int limit);
}
