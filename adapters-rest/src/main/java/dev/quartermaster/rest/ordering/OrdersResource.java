package dev.quartermaster.rest.ordering;

import dev.quartermaster.application.ordering.CancelOrder;
import dev.quartermaster.application.ordering.DeliverOrder;
import dev.quartermaster.application.ordering.GetOrder;
import dev.quartermaster.application.ordering.GetOrderHistory;
import dev.quartermaster.application.ordering.ListOrders;
import dev.quartermaster.application.ordering.ShipOrder;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderField;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.ExpandParameter;
import dev.quartermaster.rest.shared.Expansions;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.ListParameters;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.Preconditions;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Orders. */
@Path(OrderView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Authenticated
@Tag(name = "Orders", description = "Orders, from their placing to their end")
public class OrdersResource {
  private static final String ITEMS_PRODUCT = "items.product";

  private final GetOrder getOrder;
  private final ListOrders listOrders;
  private final GetOrderHistory getOrderHistory;
  private final CancelOrder cancelOrder;
  private final ShipOrder shipOrder;
  private final DeliverOrder deliverOrder;
  private final Expansions expansions;
  private final CurrentActor actor;

  OrdersResource(
      GetOrder getOrder,
      ListOrders listOrders,
      GetOrderHistory getOrderHistory,
      CancelOrder cancelOrder,
      ShipOrder shipOrder,
      DeliverOrder deliverOrder,
      Expansions expansions,
      CurrentActor actor) {
    this.getOrder = getOrder;
    this.listOrders = listOrders;
    this.getOrderHistory = getOrderHistory;
    this.cancelOrder = cancelOrder;
    this.shipOrder = shipOrder;
    this.deliverOrder = deliverOrder;
    this.expansions = expansions;
    this.actor = actor;
  }

  @GET
  @QueryBudget(4)
  @Operation(
      operationId = "listOrders",
      summary = "List orders",
      description =
          "One's own orders, or with orders:read everybody's. Sorts by number, total, createdAt and"
              + " updatedAt; the newest come first.")
  public RestResponse<ListView<OrderView>> list(
      @BeanParam OrderFilterParameters filter,
      @BeanParam ListParameters parameters,
      @BeanParam ExpandParameter expand,
      @Context UriInfo uri) {
    Actor asking = actor.get();
    InvalidInput.collect(
        filter::readStatus,
        filter::readCustomerId,
        () -> parameters.asPageRequest(OrderField.class, uri),
        () -> expand.asksFor(ITEMS_PRODUCT));
    Slice<Order> found =
        listOrders.list(
            new ListOrders.Query(
                asking,
                filter.readStatus(),
                filter.readCustomerId(),
                parameters.asPageRequest(OrderField.class, uri)));
    Map<UUID, Object> products = products(expand, asking, found.items());
    return Lists.show(found, OrderView.class, order -> OrderView.of(order, products, asking), uri);
  }

  @GET
  @Path("{id}")
  @QueryBudget(3)
  @Operation(operationId = "getOrder", summary = "Read an order")
  public RestResponse<OrderView> get(
      @PathParam("id") String id, @BeanParam ExpandParameter expand) {
    Actor asking = actor.get();
    InvalidInput.collect(() -> orderId(id), () -> expand.asksFor(ITEMS_PRODUCT));
    Order order = getOrder.get(new GetOrder.Query(asking, orderId(id)));
    return shown(order, OrderView.of(order, products(expand, asking, List.of(order)), asking));
  }

  @GET
  @Path("{id}/history")
  @QueryBudget(4)
  @Operation(
      operationId = "getOrderHistory",
      summary = "Read an order's history",
      description = "Who moved the order, when and why; oldest first.")
  public RestResponse<ListView<OrderTransitionView>> history(
      @PathParam("id") String id, @Context UriInfo uri) {
    List<OrderTransition> history =
        getOrderHistory.get(new GetOrderHistory.Query(actor.get(), orderId(id)));
    return Lists.showWhole(
        history,
        OrderTransitionView.class,
        transition -> OrderTransitionView.of(transition, orderId(id)),
        uri);
  }

  @POST
  @Path("{id}/cancel")
  @QueryBudget(11)
  @Operation(
      operationId = "cancelOrder",
      summary = "Cancel an order",
      description =
          "One's own order, or with orders:write any, while it waits for its payment. Its stock is"
              + " free again.")
  @Refuses({ProblemType.ORDER_NOT_CANCELLABLE, ProblemType.PAYMENT_UNDER_WAY})
  public RestResponse<OrderView> cancel(@PathParam("id") String id) {
    Actor asking = actor.get();
    Order order = cancelOrder.cancel(new CancelOrder.Command(asking, orderId(id)));
    return shown(order, OrderView.of(order, asking));
  }

  @POST
  @Path("{id}/ship")
  @QueryBudget(11)
  @Operation(
      operationId = "shipOrder",
      summary = "Ship an order",
      description =
          "Needs orders:write. A confirmed order goes on its way, and its pieces leave the stock.")
  @Refuses({ProblemType.ORDER_NOT_SHIPPABLE, ProblemType.PAYMENT_UNDER_WAY})
  public RestResponse<OrderView> ship(
      @PathParam("id") String id,
      @NotNull(message = "must be a JSON object") @Valid ShipOrderRequest request) {
    Actor asking = actor.get();
    Order order =
        shipOrder.ship(
            new ShipOrder.Command(
                asking, orderId(id), request.carrier().strip(), request.tracking().strip()));
    return shown(order, OrderView.of(order, asking));
  }

  @POST
  @Path("{id}/deliver")
  @QueryBudget(8)
  @Operation(
      operationId = "deliverOrder",
      summary = "Mark an order as delivered",
      description = "Needs orders:write. A shipped order has arrived.")
  @Refuses({ProblemType.ORDER_NOT_DELIVERABLE, ProblemType.PAYMENT_UNDER_WAY})
  public RestResponse<OrderView> deliver(@PathParam("id") String id) {
    Actor asking = actor.get();
    Order order = deliverOrder.deliver(new DeliverOrder.Command(asking, orderId(id)));
    return shown(order, OrderView.of(order, asking));
  }

  private Map<UUID, Object> products(ExpandParameter expand, Actor asking, List<Order> orders) {
    return expand.asksFor(ITEMS_PRODUCT)
        ? expansions.find(
            "product",
            asking,
            orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(line -> line.productId().value()))
        : Map.of();
  }

  private static OrderId orderId(String id) {
    return new OrderId(Identifier.of("id", id));
  }

  private static RestResponse<OrderView> shown(Order order, OrderView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .tag(Preconditions.tag(order.version()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
