package dev.quartermaster.testkit.payments;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Payments in memory. */
public final class InMemoryPayments implements Payments {
  private final InMemoryTable<PaymentId, Payment> payments;

  /** No payments yet. */
  public InMemoryPayments(InMemoryUnitOfWork unitOfWork) {
    this.payments = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void add(Payment payment) {
    payments.lock(payment.orderId());
    if (ofOrder(payment.orderId()).stream().anyMatch(other -> !other.status().isVain())) {
      throw new IllegalStateException("order " + payment.orderId() + " has a payment");
    }
    payments.put(payment.id(), payment);
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return payments.find(id);
  }

  @Override
  public Optional<Payment> findForUpdate(PaymentId id) {
    return payments.findForUpdate(id);
  }

  @Override
  public List<Payment> ofOrder(OrderId orderId) {
    return payments.rows().stream()
        .filter(payment -> payment.orderId().equals(orderId))
        .sorted(Comparator.comparing(Payment::createdAt))
        .toList();
  }

  @Override
  public List<Payment> ofOrders(Collection<OrderId> orderIds) {
    return payments.rows().stream()
        .filter(payment -> orderIds.contains(payment.orderId()))
        .toList();
  }

  @Override
  public Set<PaymentId> known(Collection<PaymentId> ids) {
    return ids.stream().filter(id -> find(id).isPresent()).collect(Collectors.toSet());
  }

  @Override
  public void update(Payment payment) {
    payments.put(payment.id(), payment);
  }

  @Override
  public List<Payment> lockDue(Instant instant, int limit) {
    return payments.rows().stream()
        .filter(payment -> isDue(payment, instant))
        .sorted(Comparator.comparing(payment -> payment.dueAt().orElseThrow()))
        .filter(payment -> payments.tryLock(payment.id()))
        .flatMap(payment -> find(payment.id()).stream())
        .filter(payment -> isDue(payment, instant))
        .limit(limit)
        .toList();
  }

  private static boolean isDue(Payment payment, Instant instant) {
    return payment.dueAt().filter(due -> due.isBefore(instant)).isPresent();
  }
}
