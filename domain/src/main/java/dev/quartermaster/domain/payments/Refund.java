package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that is paid back.
 *
 * @param refundId never changes; the gateway knows the refund by it
 * @param amount how much, more than nothing
 * @param reason why, in the words of whoever asked for it
 * @param request who asked under which idempotency key, as a digest; a repetition is this refund
 * @param isDone whether the gateway has paid it back
 * @param refusal why the gateway will not, if it refused
 * @param requestedAt when it was asked for
 */
public record Refund(
    RefundId refundId,
    Money amount,
    String reason,
    Optional<String> request,
    boolean isDone,
    Optional<String> refusal,
    Instant requestedAt) {

  /** A refund that the gateway is about to be asked for. */
  public static Refund requested(
      RefundId refundId, Money amount, String reason, Optional<String> request, Instant at) {
    return new Refund(refundId, amount, reason, request, false, Optional.empty(), at);
  }

  /** Whether its end is not known yet. */
  public boolean isPending() {
    return !isDone && refusal.isEmpty();
  }

  /** The refund once the gateway has paid it back. */
  Refund done() {
    return new Refund(refundId, amount, reason, request, true, refusal, requestedAt);
  }

  /** The refund once the gateway has refused it for good. */
  Refund refused(String because) {
    return new Refund(refundId, amount, reason, request, isDone, Optional.of(because), requestedAt);
  }
}
