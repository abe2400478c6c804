package dev.quartermaster.rest.payments;

import dev.quartermaster.application.payments.HandleGatewayEvent;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.description.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where Stripe sends its events. They keep no idempotency record: an event only makes us look, so
 * that one which comes twice does no more than one which comes once.
 */
@Path(StripeWebhookResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Payments")
public class StripeWebhookResource {
  static final String PATH = "/api/v1/webhooks/stripe";

  private final HandleGatewayEvent handleGatewayEvent;

  StripeWebhookResource(HandleGatewayEvent handleGatewayEvent) {
    this.handleGatewayEvent = handleGatewayEvent;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @QueryBudget(40)
  @Operation(
      operationId = "receiveStripeEvent",
      summary = "Receive an event of Stripe",
      description =
          "For Stripe alone, whose signature it needs. An event about a payment whose end is not"
              + " known yet makes us ask Stripe for it; nothing in the event itself is believed. Not"
              + " found unless a webhook secret is configured.")
  @RequestBody(
      required = true,
      description = "An event as Stripe describes it",
      content = @Content(schema = @Schema(implementation = StripeEventRequest.class)))
  @APIResponse(responseCode = "204", description = "The event was heard")
  @Refuses({ProblemType.INVALID_SIGNATURE, ProblemType.NOT_FOUND})
  public RestResponse<Void> receive(
      String event,
      @Parameter(description = "When the event was sent, and the proof that Stripe sent it")
          @HeaderParam("Stripe-Signature")
          @Nullable String signature) {
    handleGatewayEvent.handle(
        new HandleGatewayEvent.Command(event, Objects.requireNonNullElse(signature, "")));
    return RestResponse.noContent();
  }
}
