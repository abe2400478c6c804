package dev.quartermaster.rest.inventory;

import dev.quartermaster.application.inventory.AdjustStock;
import dev.quartermaster.application.inventory.GetStock;
import dev.quartermaster.application.inventory.ListStockMovements;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockMovementField;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.ListParameters;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The stock of products. */
@Path("/api/v1/products/{id}/stock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Tag(name = "Stock", description = "How many pieces there are, as the sum of a ledger")
public class StockResource {
  private final GetStock getStock;
  private final AdjustStock adjustStock;
  private final ListStockMovements listStockMovements;
  private final CurrentActor actor;

  StockResource(
      GetStock getStock,
      AdjustStock adjustStock,
      ListStockMovements listStockMovements,
      CurrentActor actor) {
    this.getStock = getStock;
    this.adjustStock = adjustStock;
    this.listStockMovements = listStockMovements;
    this.actor = actor;
  }

  static String path(ProductId productId) {
    return "/api/v1/products/" + productId + "/stock";
  }

  @GET
  @PermitAll
  @QueryBudget(3)
  @Operation(operationId = "getStock", summary = "Read a product's stock")
  public RestResponse<StockView> get(@PathParam("id") String id) {
    return RestResponse.ResponseBuilder.ok(
            StockView.of(getStock.get(new GetStock.Query(actor.get(), productId(id)))))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  @POST
  @Path("adjustments")
  @Authenticated
  @QueryBudget(8)
  @Operation(
      operationId = "adjustStock",
      summary = "Adjust a product's stock",
      description = "Needs inventory:write. The stock that orders hold cannot be taken away.")
  @APIResponseSchema(
      value = StockAdjustmentView.class,
      responseCode = "201",
      responseDescription = "The correction")
  @Refuses(ProblemType.INSUFFICIENT_STOCK)
  public RestResponse<StockAdjustmentView> adjust(
      @PathParam("id") String id,
      @NotNull(message = "must be a JSON object") @Valid AdjustStockRequest request) {
    ProductId productId = productId(id);
    AdjustStock.Result result =
        adjustStock.adjust(
            new AdjustStock.Command(
                actor.get(), productId, request.delta(), request.reason().strip()));
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, StockAdjustmentView.of(result))
        .location(URI.create(path(productId) + "/movements"))
        .build();
  }

  @GET
  @Path("movements")
  @Authenticated
  @QueryBudget(4)
  @Operation(
      operationId = "listStockMovements",
      summary = "List a product's stock movements",
      description = "Needs inventory:write. The newest come first.")
  public RestResponse<ListView<StockMovementView>> movements(
      @PathParam("id") String id, @BeanParam ListParameters parameters, @Context UriInfo uri) {
    return Lists.show(
        listStockMovements.list(
            new ListStockMovements.Query(
                actor.get(),
                productId(id),
                parameters.asPageRequest(StockMovementField.class, uri))),
        StockMovementView.class,
        StockMovementView::of,
        uri);
  }

  private static ProductId productId(String id) {
    return new ProductId(Identifier.of("id", id));
  }
}
