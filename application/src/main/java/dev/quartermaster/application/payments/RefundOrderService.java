package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.payments.PaidOrders;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentEvents;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.payments.Refund;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.payments.RefundRefused;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class RefundOrderService implements RefundOrder {
  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final PaidOrders orders;
  private final AdvancePayment advancePayment;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  RefundOrderService(
      UnitOfWork unitOfWork,
      Payments payments,
      PaidOrders orders,
      AdvancePayment advancePayment,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      Fingerprints fingerprints,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.orders = orders;
    this.advancePayment = advancePayment;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.identifiers = identifiers;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  @Override
  public Payment refund(Command command) {
    command.actor().require(Permission.ORDERS_WRITE);
    Optional<String> request = command.key().map(key -> key.caller() + " " + key.value());
    RefundOf begun = unitOfWork.inTransaction(() -> begunOrKnown(command, request));
    Payment known =
        begun.payment().isSettled()
            ? begun.payment()
            : advancePayment.advance(
                new AdvancePayment.Command(command.actor(), begun.payment().id()));
    known
        .refusal(begun.refundId())
        .ifPresent(
            reason -> {
              throw new RefundRefused(reason);
            });
    return known;
  }

  private RefundOf begunOrKnown(Command command, Optional<String> request) {
    // Locked before the order, as the steps of payments do.
    Optional<Payment> paid =
        payments.ofOrder(command.orderId()).stream()
            .filter(payment -> payment.status().isPaid())
            .findFirst()
            .flatMap(payment -> payments.findForUpdate(payment.id()));
    Optional<RefundOf> known =
        paid.flatMap(
            payment ->
                payment.refunds().stream()
                    .filter(refund -> isOf(refund, request))
                    .map(refund -> new RefundOf(payment, refund.refundId()))
                    .findFirst());
    return known.orElseGet(() -> begin(command, paid, request));
  }

  private boolean isOf(Refund refund, Optional<String> request) {
    return refund.request().isPresent()
        && request.filter(text -> fingerprints.matches(text, refund.request().get())).isPresent();
  }

  private RefundOf begin(Command command, Optional<Payment> paid, Optional<String> request) {
    Order order = orders.beginRefund(command.orderId(), command.actor());
    Payment before =
        paid.orElseThrow(
            () -> new IllegalStateException("order " + order.id() + " was paid by no payment"));
    Instant now = clock.instant();
    Refund refund =
        Refund.requested(
            new RefundId(identifiers.next()),
            command.amount().orElseGet(before::refundable),
            command.reason(),
            request.map(fingerprints::of),
            now);
    Payment refunding = before.refunding(refund, now);
    payments.update(refunding);
    auditTrail.append(
        AuditEntry.of(command.actor(), "payment.refund-begun", "payment", before.id(), now)
            .changing(Change.between(before.auditable(), refunding.auditable())));
    outbox.append(PaymentEvents.moved(before, refunding, command.actor()));
    return new RefundOf(refunding, refund.refundId());
  }

  /** A refund with its payment. */
  private record RefundOf(Payment payment, RefundId refundId) {}
}
