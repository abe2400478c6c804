package dev.quartermaster.rest.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.Refund;
import dev.quartermaster.rest.shared.MoneyBody;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refund as clients see it. */
@Schema(name = "Refund", description = "Money that is paid back")
record RefundView(
    @Schema(description = "Identifies the refund") UUID id,
    @Schema(description = "How much") MoneyBody amount,
    @Schema(
            description = "Why, in the words of whoever asked for it",
            maxLength = Payment.MAX_REASON_LENGTH,
            examples = "arrived broken")
        String reason,
    @Schema(
            description = "pending while its end is not known; failed when nothing was paid back",
            enumeration = {"pending", "succeeded", "failed"},
            examples = "succeeded")
        String status,
    @Schema(
            description = "Why the payment gateway refused it; null unless it did",
            maxLength = 10_000)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable String failure,
    @Schema(description = "When it was asked for") Instant requestedAt) {

  static RefundView of(Refund refund) {
    return new RefundView(
        refund.refundId().value(),
        MoneyBody.of(refund.amount()),
        refund.reason(),
        status(refund),
        refund.refusal().orElse(null),
        refund.requestedAt());
  }

  private static String status(Refund refund) {
    if (refund.isPending()) {
      return "pending";
    }
    return refund.isDone() ? "succeeded" : "failed";
  }
}
