package dev.quartermaster.application.reconciliation;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.reconciliation.Disagreement;
import dev.quartermaster.domain.reconciliation.DisagreementKind;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds payments against the gateway's books. */
final class ChargeCheck {
  private final UnitOfWork unitOfWork;
  private final PaymentBook book;
  private final InstantSource clock;

  ChargeCheck(UnitOfWork unitOfWork, PaymentBook book, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.book = book;
    this.clock = clock;
  }

  /**
   * What the gateway has otherwise. Payments that moved while it was asked are left for the next
   * time, as its answer may be of before or after.
   *
   * @throws dev.quartermaster.domain.shared.Unavailable when it does not answer
   */
  List<Disagreement> ofPayments(Set<OrderId> orders) {
    Map<PaymentId, Long> asked =
        payments(orders)
            .filter(payment -> isStill(payment, clock.instant()))
            .collect(Collectors.toMap(Payment::id, Payment::version));
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<PaymentId, Charge> charges =
        book.charges(asked.keySet()).stream()
            .collect(Collectors.toMap(Charge::paymentId, Function.identity()));
    return payments(orders)
        .filter(payment -> asked.getOrDefault(payment.id(), 0L) == payment.version())
        .flatMap(payment -> of(payment, Optional.ofNullable(charges.get(payment.id()))).stream())
        .toList();
  }

  /**
   * What the gateway took, or may yet take, without a payment of ours.
   *
   * @throws dev.quartermaster.domain.shared.Unavailable when it does not answer
   */
  List<Disagreement> ofStrays() {
    return book.strays(ListDisagreements.MAX_CHARGES).stream()
        .filter(charge -> !isVain(charge) && !isPaidBack(charge))
        .map(
            charge ->
                Disagreement.ofCharge(
                    DisagreementKind.CHARGE_WITHOUT_PAYMENT,
                    charge.paymentId(),
                    "The gateway has a charge %s; no payment is on record."
                        .formatted(told(charge))))
        .toList();
  }

  private Optional<Disagreement> of(Payment payment, Optional<Charge> charge) {
    if (agree(payment, charge)) {
      return Optional.empty();
    }
    String detail =
        "The payment is %s over %s with %d paid back; the gateway %s."
            .formatted(
                payment.status().code(),
                amount(payment.amount()),
                payment.refunded().amount(),
                charge.map(known -> "has it " + told(known)).orElse("knows no such charge"));
    return Optional.of(
        Disagreement.ofPayment(
            DisagreementKind.CHARGE_DIFFERS, payment.orderId(), payment.id(), detail));
  }

  private Stream<Payment> payments(Set<OrderId> orders) {
    return unitOfWork.inTransaction(() -> book.ofOrders(orders)).stream();
  }

  /** Whether nothing happens to the payment, though it may have to. */
  private static boolean isStill(Payment payment, Instant now) {
    return payment.isSettled() || payment.updatedAt().plus(ListDisagreements.GRACE).isBefore(now);
  }

  private boolean agree(Payment payment, Optional<Charge> charge) {
    return switch (payment.status()) {
      case PENDING, VOIDING -> charge.filter(known -> isNews(known, payment)).isEmpty();
      case AUTHORIZED -> charge.filter(known -> !isNews(known, payment)).isPresent();
      case CAPTURED, PARTIALLY_REFUNDED, REFUNDED ->
          charge
              .filter(known -> known.status() == ChargeStatus.CAPTURED)
              .filter(known -> known.amount().equals(payment.amount()))
              .filter(known -> paidBack(known) == payment.refunded().amount())
              .isPresent();
      case DECLINED, VOIDED -> charge.filter(known -> !isVain(known)).isEmpty();
    };
  }

  /** Whether the payment should have moved by this. */
  private boolean isNews(Charge charge, Payment payment) {
    return payment.learned(charge, clock.instant()).version() > payment.version();
  }

  private static boolean isVain(Charge charge) {
    return charge.status() == ChargeStatus.DECLINED || charge.status() == ChargeStatus.VOIDED;
  }

  private static boolean isPaidBack(Charge charge) {
    return charge.status() == ChargeStatus.CAPTURED && charge.kept().amount() == 0;
  }

  private static String told(Charge charge) {
    return "%s over %s with %d paid back"
        .formatted(
            charge.status().name().toLowerCase(Locale.ROOT),
            amount(charge.amount()),
            paidBack(charge));
  }

  private static String amount(Money money) {
    return money.amount() + " " + money.currency().getCurrencyCode();
  }

  private static long paidBack(Charge charge) {
    return charge.refunds().values().stream().mapToLong(Money::amount).sum();
  }
}
