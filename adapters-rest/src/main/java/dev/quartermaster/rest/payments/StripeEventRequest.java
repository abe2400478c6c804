package dev.quartermaster.rest.payments;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an event of Stripe is described; it is read only after its signature was verified. */
@Schema(
    name = "StripeEvent",
    description = "An event as Stripe describes it",
    additionalProperties = Schema.True.class)
record StripeEventRequest(
    @Schema(
            description = "Identifies the event",
            maxLength = 255,
            examples = "evt_1NG8Du2eZvKYlo2CUI79vXWy")
        String id,
    @Schema(description = "What happened", maxLength = 255, examples = "payment_intent.succeeded")
        String type) {}
