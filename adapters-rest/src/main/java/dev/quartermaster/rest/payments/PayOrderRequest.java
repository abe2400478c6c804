package dev.quartermaster.rest.payments;

import dev.quartermaster.domain.payments.Payment;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what an order shall be paid. */
@Schema(description = "By what an order shall be paid")
record PayOrderRequest(
    @Schema(
            description =
                "What the payment gateway calls it: at Stripe the id of a PaymentMethod; the"
                    + " simulated one knows pm_ok, pm_declined, pm_slow, pm_flaky and"
                    + " pm_lost_reply",
            examples = "pm_ok")
        @NotBlank(message = "must be given") @Size(max = Payment.MAX_METHOD_LENGTH, message = "must have 1 to {max} characters") String paymentMethod) {}
