package dev.quartermaster.rest.ordering;

import dev.quartermaster.application.ordering.CancelOrder;
import dev.quartermaster.application.ordering.ListOrders;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.QueryBudget;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/orders/")
@Authenticated
public class OrdersResource {
  private final ListOrders listOrders;
  private final CancelOrder cancelOrder;

  OrdersResource(ListOrders listOrders, CancelOrder cancelOrder) {
    this.listOrders = listOrders;
    this.cancelOrder = cancelOrder;
  }

  @GET
  @Operation(summary = "List <all> orders")
  public void list() {
    listOrders.list(new Actor("somebody"));
  }

  @POST
  @Path("{id}/cancel")
  @Idempotent
  @QueryBudget(7)
  @RolesAllowed({"staff", "admin"})
  public void cancel(String id) {
    cancelled(id);
  }

  @DELETE
  @PermitAll
  public void forget() {}

  private void cancelled(String id) {
    cancelOrder.cancel(new Actor("somebody"), id);
  }
}
