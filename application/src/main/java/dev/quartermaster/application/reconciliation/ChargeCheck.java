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
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds payments against the gateway's books. */
final class ChargeCheck {
  private static final Comparator<Payment> UNSETTLED_THEN_NEWEST =
      Comparator.comparing(Payment::isSettled)
          .thenComparing(Payment::createdAt, Comparator.reverseOrder())
          .thenComparing(payment -> payment.id().value());

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
   * time, as its answer may be of before or after. Once it does not answer it is not asked further.
   */
  List<Disagreement> of(List<Payment> payments) {
    Instant end = clock.instant().plus(ListDisagreements.LOOK_UP_TIME);
    List<Payment> candidates =
        payments.stream()
            .filter(payment -> isStill(payment, clock.instant()))
            .sorted(UNSETTLED_THEN_NEWEST)
            .limit(ListDisagreements.MAX_LOOK_UPS)
            .toList();
    List<Disagreement> found = new ArrayList<>();
    Map<Payment, Optional<Charge>> answers = new LinkedHashMap<>();
    try {
      for (Payment payment : candidates) {
        if (clock.instant().isAfter(end)) {
          break;
        }
        answers.put(payment, book.charge(payment.id()));
      }
    } catch (Unavailable unanswered) {
      Payment asked = candidates.get(answers.size());
      found.add(disagreement(DisagreementKind.CHARGE_UNKNOWN, asked, unanswered.detail()));
    }
    Map<PaymentId, Long> versions = versions(answers.keySet());
    answers.forEach(
        (payment, charge) -> {
          boolean isUnmoved = versions.getOrDefault(payment.id(), 0L) == payment.version();
          if (isUnmoved && !agree(payment, charge)) {
            found.add(
                disagreement(DisagreementKind.CHARGE_DIFFERS, payment, told(charge, payment)));
          }
        });
    return found;
  }

  /** Whether nothing happens to the payment, though it may have to. */
  private static boolean isStill(Payment payment, Instant now) {
    return payment.isSettled() || payment.updatedAt().plus(ListDisagreements.GRACE).isBefore(now);
  }

  private Map<PaymentId, Long> versions(Set<Payment> asked) {
    Set<OrderId> orders = asked.stream().map(Payment::orderId).collect(Collectors.toSet());
    return unitOfWork.inTransaction(() -> book.ofOrders(orders)).stream()
        .collect(Collectors.toMap(Payment::id, Payment::version));
  }

  /** Of a payment that is not settled, whether there is nothing that it should have learned. */
  private boolean agree(Payment payment, Optional<Charge> charge) {
    if (!payment.isSettled()) {
      return charge
          .filter(known -> payment.learned(known, clock.instant()).version() > payment.version())
          .isEmpty();
    }
    if (payment.status().isPaid()) {
      return charge
          .filter(known -> known.status() == ChargeStatus.CAPTURED)
          .filter(known -> known.amount().equals(payment.amount()))
          .filter(known -> paidBack(known) == payment.refunded().amount())
          .isPresent();
    }
    return charge
        .map(Charge::status)
        .filter(status -> status != ChargeStatus.DECLINED && status != ChargeStatus.VOIDED)
        .isEmpty();
  }

  private static String told(Optional<Charge> charge, Payment payment) {
    String ours =
        "The payment is %s over %d with %d paid back; "
            .formatted(
                payment.status().code(), payment.amount().amount(), payment.refunded().amount());
    return charge
        .map(
            known ->
                ours
                    + "the gateway has it %s over %d with %d paid back."
                        .formatted(
                            known.status().name().toLowerCase(Locale.ROOT),
                            known.amount().amount(),
                            paidBack(known)))
        .orElse(ours + "the gateway knows of no such charge.");
  }

  private static long paidBack(Charge charge) {
    return charge.refunds().values().stream().mapToLong(Money::amount).sum();
  }

  private static Disagreement disagreement(DisagreementKind kind, Payment payment, String detail) {
    return Disagreement.ofPayment(kind, payment.orderId(), payment.id(), detail);
  }
}
