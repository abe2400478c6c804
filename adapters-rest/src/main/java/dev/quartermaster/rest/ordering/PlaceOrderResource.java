package dev.quartermaster.rest.ordering;

import dev.quartermaster.application.ordering.PlaceOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.CurrentRequestId;
import dev.quartermaster.rest.shared.Idempotency;
import dev.quartermaster.rest.shared.Preconditions;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Placing an order. Idempotent like all changes, but from within: orders that arrive at the same
 * time are placed together, and so are the answers to them kept.
 */
@Path(OrderView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Orders")
public class PlaceOrderResource {
  private static final String KIND = "orders";

  private final PlaceOrder placeOrder;
  private final Idempotency idempotency;
  private final CurrentActor actor;
  private final CurrentRequestId requestId;

  PlaceOrderResource(
      PlaceOrder placeOrder,
      Idempotency idempotency,
      CurrentActor actor,
      CurrentRequestId requestId) {
    this.placeOrder = placeOrder;
    this.idempotency = idempotency;
    this.actor = actor;
    this.requestId = requestId;
  }

  @POST
  @Authenticated
  @QueryBudget(9)
  @Operation(
      operationId = "placeOrder",
      summary = "Place an order",
      description =
          "Reserves the stock of all items or of none. Send an Idempotency-Key, so that the order"
              + " can be repeated safely when the answer gets lost.")
  @APIResponseSchema(
      value = OrderView.class,
      responseCode = "201",
      responseDescription = "The new order")
  @Refuses(ProblemType.INSUFFICIENT_STOCK)
  public RestResponse<OrderView> place(
      @NotNull(message = "must be a JSON object") @Valid PlaceOrderRequest request,
      @Context UriInfo uri) {
    Actor asking = actor.get();
    // The answer may be made in another request's thread, which would tell that one's address.
    URI server = uri.getBaseUri();
    return idempotency.executeTogether(
        KIND,
        new PlaceOrder.Command(asking, request.toItems(), requestId.get()),
        request.items().size(),
        placeOrder::place,
        order -> created(order, asking, server));
  }

  private static RestResponse<OrderView> created(Order order, Actor asking, URI server) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, OrderView.of(order, asking))
        .location(server.resolve(OrderView.PATH + "/" + order.id()))
        .tag(Preconditions.tag(order.version()))
        .build();
  }
}
