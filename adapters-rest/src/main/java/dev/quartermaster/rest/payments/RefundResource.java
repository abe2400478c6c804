package dev.quartermaster.rest.payments;

import dev.quartermaster.application.payments.RefundOrder;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotency;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.InSteps;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Paying orders back. */
@Path("/api/v1/orders/{id}/refund")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Authenticated
@Tag(name = "Payments")
public class RefundResource {
  private final RefundOrder refundOrder;
  private final Idempotency idempotency;
  private final CurrentActor actor;

  RefundResource(RefundOrder refundOrder, Idempotency idempotency, CurrentActor actor) {
    this.refundOrder = refundOrder;
    this.idempotency = idempotency;
    this.actor = actor;
  }

  @POST
  @InSteps
  @QueryBudget(40)
  @Operation(
      operationId = "refundOrder",
      summary = "Refund an order",
      description =
          "Needs orders:write. Pays all that is left back, or a part; once all is back, the order is"
              + " refunded, and unless it was shipped, its stock is free again. Send an"
              + " Idempotency-Key, so that it can be repeated safely when the answer gets lost."
              + " Answers 202 when the gateway takes longer than a few seconds.")
  @APIResponse(
      responseCode = "200",
      description = "The payment with what was paid back",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  @APIResponse(
      responseCode = "202",
      description = "The payment, while it is not known yet whether it was paid back",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  @Refuses({
    ProblemType.REFUND_REFUSED,
    ProblemType.ORDER_NOT_REFUNDABLE,
    ProblemType.PAYMENT_UNDER_WAY
  })
  public RestResponse<PaymentView> refund(
      @PathParam("id") String id,
      @NotNull(message = "must be a JSON object") @Valid RefundOrderRequest request) {
    Payment payment =
        refundOrder.refund(
            new RefundOrder.Command(
                actor.get(),
                new OrderId(Identifier.of("id", id)),
                request.wanted(),
                request.reason().strip(),
                idempotency.key()));
    return PaymentAnswers.of(payment, RestResponse.Status.OK);
  }
}
