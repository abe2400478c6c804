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
 * @param requestedAt when it was asked for
 */
public record Refund(
    RefundId refundId,
    Money amount,
    String reason,
    Optional<String> request,
    boolean isDone,
    Instant requestedAt) {

  /** The refund once the gateway has paid it back. */
  Refund done() {
    return new Refund(refundId, amount, reason, request, true, requestedAt);
  }
}
