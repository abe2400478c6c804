package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderNotPayable;
import dev.quartermaster.domain.ordering.PaymentUnderWay;
import dev.quartermaster.domain.payments.PaidOrders;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentDeclined;
import dev.quartermaster.domain.payments.PaymentEvents;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

@UseCase
final class PayOrderService implements PayOrder {
  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final PaidOrders orders;
  private final PaymentGateway gateway;
  private final AdvancePayment advancePayment;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final InstantSource clock;

  PayOrderService(
      UnitOfWork unitOfWork,
      Payments payments,
      PaidOrders orders,
      PaymentGateway gateway,
      AdvancePayment advancePayment,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.orders = orders;
    this.gateway = gateway;
    this.advancePayment = advancePayment;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Payment pay(Command command) {
    UserId payer = command.actor().requireUser();
    if (!gateway.accepts(command.method())) {
      throw InvalidInput.of("paymentMethod", "must be a method that the payment gateway knows");
    }
    Payment payment = known(command, payer).orElseGet(() -> begunUnlessByOthers(command, payer));
    Payment known =
        payment.isSettled()
            ? payment
            : advancePayment.advance(new AdvancePayment.Command(command.actor(), payment.id()));
    if (known.status().isVain()) {
      throw new PaymentDeclined();
    }
    return known;
  }

  /** The payer's payment by that method that is under way, or has paid the order. */
  private Optional<Payment> known(Command command, UserId payer) {
    return unitOfWork.inTransaction(() -> payments.ofOrder(command.orderId())).stream()
        .filter(payment -> !payment.status().isVain())
        .filter(payment -> payment.payerId().equals(payer))
        .filter(payment -> payment.method().equals(command.method()))
        .findFirst();
  }

  private Payment begunUnlessByOthers(Command command, UserId payer) {
    try {
      return unitOfWork.inTransaction(() -> begin(command, payer));
    } catch (PaymentUnderWay | OrderNotPayable refused) {
      // Perhaps a twin of this request was quicker; then its payment is the one.
      return known(command, payer).orElseThrow(() -> refused);
    }
  }

  private Payment begin(Command command, UserId payer) {
    Order order = orders.beginPayment(command.orderId(), command.actor());
    Instant now = clock.instant();
    Payment begun =
        Payment.begun(
            new PaymentId(identifiers.next()),
            order.id(),
            payer,
            order.total(),
            command.method(),
            now);
    payments.add(begun);
    auditTrail.append(
        AuditEntry.of(command.actor(), "payment.begun", "payment", begun.id(), now)
            .changing(Change.between(Map.of(), begun.auditable())));
    outbox.append(PaymentEvents.begun(begun, command.actor()));
    return begun;
  }
}
