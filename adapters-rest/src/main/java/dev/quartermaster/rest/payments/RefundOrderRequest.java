package dev.quartermaster.rest.payments;

import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.rest.shared.MoneyBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall be paid back. */
@Schema(description = "What shall be paid back")
record RefundOrderRequest(
    @Schema(description = "How much; all that is left if it is not given") @Valid @Nullable MoneyBody amount,
    @Schema(description = "Why, for the order's history", examples = "arrived broken")
        @NotBlank(message = "must be given") @Size(max = Payment.MAX_REASON_LENGTH, message = "must have 1 to {max} characters") String reason) {

  Optional<Money> wanted() {
    return Optional.ofNullable(amount).map(MoneyBody::toMoney);
  }
}
