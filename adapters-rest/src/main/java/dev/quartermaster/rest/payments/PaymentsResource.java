package dev.quartermaster.rest.payments;

import dev.quartermaster.application.payments.GetPayment;
import dev.quartermaster.application.payments.PayOrder;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.InSteps;
import dev.quartermaster.rest.shared.Preconditions;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.SecurityDescription;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The payments of an order. */
@Path("/api/v1/orders/{id}/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Authenticated
@Tag(name = "Payments", description = "How orders are paid, and paid back")
public class PaymentsResource {
  private final PayOrder payOrder;
  private final GetPayment getPayment;
  private final CurrentActor actor;

  PaymentsResource(PayOrder payOrder, GetPayment getPayment, CurrentActor actor) {
    this.payOrder = payOrder;
    this.getPayment = getPayment;
    this.actor = actor;
  }

  @POST
  @InSteps
  @QueryBudget(40)
  @Operation(
      operationId = "payOrder",
      summary = "Pay an order",
      description =
          "One's own order, in time. It is charged once, however often this is asked: asked again"
              + " by the same method, it is the same payment. Answers 202 when the gateway takes"
              + " longer than a few seconds; the payment then goes on by itself, and the order"
              + " tells how it ended.",
      extensions =
          @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true))
  @APIResponse(
      responseCode = "201",
      description = "The payment",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  @APIResponse(
      responseCode = "202",
      description = "The payment, whose end is not known yet",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  @Refuses({
    ProblemType.PAYMENT_DECLINED,
    ProblemType.ORDER_NOT_PAYABLE,
    ProblemType.PAYMENT_UNDER_WAY
  })
  public RestResponse<PaymentView> pay(
      @PathParam("id") String id,
      @NotNull(message = "must be a JSON object") @Valid PayOrderRequest request) {
    Payment payment =
        payOrder.pay(new PayOrder.Command(actor.get(), orderId(id), request.paymentMethod()));
    return PaymentAnswers.of(payment, RestResponse.Status.CREATED);
  }

  @GET
  @Path("{paymentId}")
  @QueryBudget(4)
  @Operation(operationId = "getPayment", summary = "Read a payment")
  public RestResponse<PaymentView> get(
      @PathParam("id") String id, @PathParam("paymentId") String paymentId) {
    InvalidInput.collect(() -> orderId(id), () -> paymentId(paymentId));
    Payment payment =
        getPayment.get(new GetPayment.Query(actor.get(), orderId(id), paymentId(paymentId)));
    return RestResponse.ResponseBuilder.ok(PaymentView.of(payment))
        .tag(Preconditions.tag(payment.version()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private static OrderId orderId(String id) {
    return new OrderId(Identifier.of("id", id));
  }

  private static PaymentId paymentId(String id) {
    return new PaymentId(Identifier.of("paymentId", id));
  }
}
