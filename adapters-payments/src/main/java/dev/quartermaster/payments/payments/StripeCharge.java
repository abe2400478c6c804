package dev.quartermaster.payments.payments;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Stripe's books say, in our words. */
final class StripeCharge {
  private StripeCharge() {}

  /** Whether nobody has tried yet to take the money, so that there is no charge. */
  static boolean isUndecided(PaymentIntent intent) {
    return status(intent).isEmpty();
  }

  static boolean isCaptured(PaymentIntent intent) {
    return status(intent).filter(ChargeStatus.CAPTURED::equals).isPresent();
  }

  /** Whether some of it was paid back; told only of a PaymentIntent that came with its charge. */
  static boolean isPaidBack(PaymentIntent intent) {
    return Optional.ofNullable(intent.getLatestChargeObject())
        .map(com.stripe.model.Charge::getAmountRefunded)
        .filter(refunded -> refunded > 0)
        .isPresent();
  }

  /** Whether Stripe would let go of it; what was declined needs no letting go. */
  static boolean canBeCancelled(PaymentIntent intent) {
    return status(intent)
        .filter(status -> status != ChargeStatus.AUTHORIZED && status != ChargeStatus.PROCESSING)
        .isEmpty();
  }

  /** The charge that a PaymentIntent is, with what was refunded. */
  static Charge of(PaymentId paymentId, PaymentIntent intent, List<Refund> refunds) {
    ChargeStatus status =
        status(intent)
            .orElseThrow(() -> new GatewayFailed("Stripe has not tried to charge yet", null));
    Map<RefundId, Money> done = new HashMap<>();
    Map<RefundId, String> refused = new HashMap<>();
    for (Refund refund : refunds) {
      id(refund)
          .ifPresent(
              id -> {
                if (isRefused(refund)) {
                  refused.put(id, reason(refund));
                } else {
                  done.put(id, StripeAmount.read(refund.getAmount(), refund.getCurrency()));
                }
              });
    }
    return new Charge(paymentId, status, amount(intent, status), done, refused);
  }

  private static Optional<ChargeStatus> status(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "requires_confirmation" -> Optional.empty();
      case "requires_payment_method" ->
          Optional.ofNullable(intent.getLastPaymentError()).map(_ -> ChargeStatus.DECLINED);
      case "requires_action", "processing" -> Optional.of(ChargeStatus.PROCESSING);
      case "requires_capture" -> Optional.of(ChargeStatus.AUTHORIZED);
      case "succeeded" -> Optional.of(ChargeStatus.CAPTURED);
      case "canceled" -> Optional.of(ChargeStatus.VOIDED);
      default -> throw new GatewayFailed("a PaymentIntent is " + intent.getStatus(), null);
    };
  }

  private static Money amount(PaymentIntent intent, ChargeStatus status) {
    Long amount = status == ChargeStatus.CAPTURED ? intent.getAmountReceived() : intent.getAmount();
    return StripeAmount.read(amount, intent.getCurrency());
  }

  /** Which refund of ours it is; refunds that others made at Stripe are not ours. */
  private static Optional<RefundId> id(Refund refund) {
    return StripeMetadata.id(refund.getMetadata(), StripeMetadata.REFUND).map(RefundId::new);
  }

  private static boolean isRefused(Refund refund) {
    return switch (refund.getStatus()) {
      case "failed", "canceled" -> true;
      case "pending", "requires_action", "succeeded" -> false;
      default -> throw new GatewayFailed("a refund is " + refund.getStatus(), null);
    };
  }

  private static String reason(Refund refund) {
    return Optional.ofNullable(refund.getFailureReason()).orElse(refund.getStatus());
  }
}
