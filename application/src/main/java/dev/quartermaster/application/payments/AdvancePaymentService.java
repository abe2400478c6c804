package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaidOrders;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentEvents;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.payments.Refund;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class AdvancePaymentService implements AdvancePayment {
  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final PaidOrders orders;
  private final PaymentGateway gateway;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  AdvancePaymentService(
      UnitOfWork unitOfWork,
      Payments payments,
      PaidOrders orders,
      PaymentGateway gateway,
      AuditTrail auditTrail,
      Outbox outbox,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.orders = orders;
    this.gateway = gateway;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Payment advance(Command command) {
    if (unitOfWork.isInTransaction()) {
      throw new IllegalStateException("a transaction would stay open while the gateway is asked");
    }
    Payment before =
        unitOfWork
            .inTransaction(() -> payments.find(command.paymentId()))
            .orElseThrow(() -> new NotFound("payment", command.paymentId()));
    Payment after = before;
    do {
      before = after;
      after = before.isSettled() ? before : taken(before, command.actor());
    } while (after.version() > before.version());
    return after;
  }

  /** The payment after its next step; in the version it had when the gateway told nothing new. */
  private Payment taken(Payment payment, Actor actor) {
    Optional<Charge> charge = answerAbout(payment);
    return unitOfWork.inTransaction(() -> recorded(payment.id(), charge, actor));
  }

  /**
   * The charge once the step was asked for. Where it was asked for before, and how that ended is
   * not known, the gateway's books are read first; where no answer comes, at last.
   */
  private Optional<Charge> answerAbout(Payment payment) {
    try {
      if (payment.attempts() > 0) {
        Optional<Charge> known = gateway.lookUp(payment.id());
        if (known.filter(charge -> isNews(charge, payment)).isPresent()) {
          return known;
        }
      }
      return Optional.of(step(payment));
    } catch (Unavailable unanswered) {
      return lookedUpOnceMore(payment);
    }
  }

  private Optional<Charge> lookedUpOnceMore(Payment payment) {
    try {
      return gateway.lookUp(payment.id());
    } catch (Unavailable stillUnanswered) {
      return Optional.empty();
    }
  }

  /** Whether there is no sense in asking for the step, as it was or is being carried out. */
  private boolean isNews(Charge charge, Payment payment) {
    return charge.status() == ChargeStatus.PROCESSING
        || payment.learned(charge, clock.instant()).version() > payment.version();
  }

  private Charge step(Payment payment) {
    return switch (payment.status()) {
      case PENDING -> gateway.authorise(payment.id(), payment.method(), payment.amount());
      case AUTHORIZED -> gateway.capture(payment.id());
      case VOIDING -> gateway.cancel(payment.id(), payment.amount());
      case CAPTURED, PARTIALLY_REFUNDED, REFUNDED, DECLINED, VOIDED -> {
        Refund refund = payment.pendingRefund().orElseThrow();
        yield gateway.refund(payment.id(), refund.refundId(), refund.amount());
      }
    };
  }

  private Payment recorded(PaymentId id, Optional<Charge> charge, Actor actor) {
    Payment stored = payments.findForUpdate(id).orElseThrow();
    if (stored.isSettled()) {
      return stored;
    }
    Instant now = clock.instant();
    Payment learned = charge.map(known -> stored.learned(known, now)).orElse(stored);
    Payment moved = learned.version() > stored.version() ? learned : stored.putOff(now);
    payments.update(moved);
    if (moved.version() > stored.version()) {
      auditTrail.append(
          AuditEntry.of(actor, "payment.moved", "payment", id, now)
              .changing(Change.between(stored.auditable(), moved.auditable())));
      outbox.append(PaymentEvents.moved(stored, moved, actor));
    }
    if (moved.isSettled()) {
      settle(moved, actor);
    }
    return moved;
  }

  private void settle(Payment payment, Actor actor) {
    payment
        .latestRefusal()
        .ifPresentOrElse(
            refusal -> settle(payment, Optional.empty(), "refund refused: " + refusal, actor),
            () -> settleAsItMoved(payment, actor));
  }

  private void settleAsItMoved(Payment payment, Actor actor) {
    switch (payment.status()) {
      case CAPTURED -> settle(payment, Optional.of(OrderStatus.CONFIRMED), "paid", actor);
      case REFUNDED ->
          settle(payment, Optional.of(OrderStatus.REFUNDED), "refunded: " + reason(payment), actor);
      case PARTIALLY_REFUNDED ->
          settle(payment, Optional.empty(), "partially refunded: " + reason(payment), actor);
      case DECLINED -> settle(payment, Optional.empty(), "payment declined", actor);
      case VOIDED -> settle(payment, Optional.empty(), "payment called off", actor);
      case PENDING, AUTHORIZED, VOIDING ->
          throw new IllegalStateException("payment " + payment.id() + " is not settled");
    }
  }

  private void settle(Payment payment, Optional<OrderStatus> next, String reason, Actor actor) {
    orders.settle(payment.orderId(), next, reason, actor);
  }

  private static String reason(Payment payment) {
    return payment.refunds().getLast().reason();
  }
}
