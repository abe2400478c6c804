package dev.quartermaster.rest.catalog;

import dev.quartermaster.application.catalog.CreateProduct;
import dev.quartermaster.application.catalog.DeleteProduct;
import dev.quartermaster.application.catalog.EditProduct;
import dev.quartermaster.application.catalog.GetProduct;
import dev.quartermaster.application.catalog.ListFacets;
import dev.quartermaster.application.catalog.ListProducts;
import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.ExpandParameter;
import dev.quartermaster.rest.shared.Expansions;
import dev.quartermaster.rest.shared.FacetView;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.ListParameters;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.ParameterFamily;
import dev.quartermaster.rest.shared.Preconditions;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The catalogue. */
@Path(ProductView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Tag(name = "Products", description = "The catalogue")
public class ProductsResource {
  private static final String STOCK = "stock";

  private final CreateProduct createProduct;
  private final GetProduct getProduct;
  private final ListProducts listProducts;
  private final ListFacets listFacets;
  private final EditProduct editProduct;
  private final DeleteProduct deleteProduct;
  private final Expansions expansions;
  private final CurrentActor actor;

  ProductsResource(
      CreateProduct createProduct,
      GetProduct getProduct,
      ListProducts listProducts,
      ListFacets listFacets,
      EditProduct editProduct,
      DeleteProduct deleteProduct,
      Expansions expansions,
      CurrentActor actor) {
    this.createProduct = createProduct;
    this.getProduct = getProduct;
    this.listProducts = listProducts;
    this.listFacets = listFacets;
    this.editProduct = editProduct;
    this.deleteProduct = deleteProduct;
    this.expansions = expansions;
    this.actor = actor;
  }

  @GET
  @PermitAll
  @QueryBudget(3)
  @Operation(
      operationId = "listProducts",
      summary = "List products",
      description =
          "Sorts by sku, name, price, createdAt and updatedAt, the newest first; with q by relevance,"
              + " the best first, unless sort says otherwise. A search, by q or by attributes, is"
              + " counted up to 1,000; beyond that pagination.totalIsAtLeast is true.")
  @ParameterFamily(ProductFilterParameters.ATTRIBUTES)
  @Parameter(
      name = "attributes",
      in = ParameterIn.QUERY,
      style = ParameterStyle.FORM,
      explode = Explode.TRUE,
      description =
          "Any of attributes.<name>=<value>: the attribute must have the value; given more than once,"
              + " one of the values.",
      schema = @Schema(type = SchemaType.OBJECT, additionalProperties = String.class))
  public RestResponse<ListView<ProductView>> list(
      @BeanParam ProductFilterParameters filter,
      @BeanParam FacetParameters facets,
      @BeanParam ListParameters parameters,
      @BeanParam ExpandParameter expand,
      @Context UriInfo uri) {
    Actor asking = actor.get();
    InvalidInput.collect(
        () -> filter.read(uri),
        facets::read,
        () -> parameters.asPageRequest(ProductField.class, uri),
        () -> expand.asksFor(STOCK));
    ProductFilterParameters.Conditions conditions = filter.read(uri);
    List<Facet.Field> fields = facets.read();
    Slice<Product> products =
        listProducts.list(
            new ListProducts.Query(
                asking,
                conditions.text(),
                conditions.category(),
                conditions.minPrice(),
                conditions.maxPrice(),
                conditions.status(),
                conditions.attributes(),
                parameters.asPageRequest(ProductField.class, uri)));
    Map<UUID, Object> stock = stock(expand, asking, products.items());
    return Lists.show(
        products,
        ProductView.class,
        product -> ProductView.of(product, stock.get(product.id().value()), asking),
        counted(asking, conditions, fields),
        uri);
  }

  private Map<String, FacetView> counted(
      Actor asking, ProductFilterParameters.Conditions conditions, List<Facet.Field> fields) {
    return fields.isEmpty()
        ? Map.of()
        : FacetParameters.show(
            listFacets.list(
                new ListFacets.Query(
                    asking,
                    conditions.text(),
                    conditions.category(),
                    conditions.minPrice(),
                    conditions.maxPrice(),
                    conditions.status(),
                    conditions.attributes(),
                    fields)));
  }

  @GET
  @Path("{id}")
  @PermitAll
  @QueryBudget(2)
  @Operation(operationId = "getProduct", summary = "Read a product")
  public RestResponse<ProductView> get(
      @PathParam("id") String id, @BeanParam ExpandParameter expand) {
    Actor asking = actor.get();
    InvalidInput.collect(() -> productId(id), () -> expand.asksFor(STOCK));
    Product product = getProduct.get(new GetProduct.Query(asking, productId(id)));
    Map<UUID, Object> stock = stock(expand, asking, List.of(product));
    return shown(product, ProductView.of(product, stock.get(product.id().value()), asking));
  }

  @POST
  @Authenticated
  @QueryBudget(6)
  @Operation(
      operationId = "createProduct",
      summary = "Create a product",
      description = "Needs catalog:write.")
  @APIResponseSchema(
      value = ProductView.class,
      responseCode = "201",
      responseDescription = "The new product")
  @Refuses(ProblemType.SKU_TAKEN)
  public RestResponse<ProductView> create(
      @NotNull(message = "must be a JSON object") @Valid CreateProductRequest request) {
    Actor asking = actor.get();
    Product product = createProduct.create(new CreateProduct.Command(asking, request.toDetails()));
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, ProductView.of(product, asking))
        .location(URI.create(ProductView.PATH + "/" + product.id()))
        .tag(Preconditions.tag(product.version()))
        .build();
  }

  @PATCH
  @Path("{id}")
  @Authenticated
  @QueryBudget(7)
  @Operation(
      operationId = "editProduct",
      summary = "Edit a product",
      description = "Needs catalog:write and If-Match.")
  @Refuses(ProblemType.SKU_TAKEN)
  public RestResponse<ProductView> edit(
      @PathParam("id") String id,
      @NotNull(message = "must be a JSON object") @Valid EditProductRequest request,
      @Context HttpHeaders headers) {
    Actor asking = actor.get();
    Product product =
        editProduct.edit(
            new EditProduct.Command(
                asking, productId(id), Preconditions.expected(headers), request.toChanges()));
    return RestResponse.ResponseBuilder.ok(ProductView.of(product, asking))
        .tag(Preconditions.tag(product.version()))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Authenticated
  @QueryBudget(7)
  @Operation(
      operationId = "deleteProduct",
      summary = "Delete a product",
      description = "Needs catalog:write and If-Match. Orders that name it stay as they are.")
  public RestResponse<Void> delete(@PathParam("id") String id, @Context HttpHeaders headers) {
    deleteProduct.delete(
        new DeleteProduct.Command(actor.get(), productId(id), Preconditions.expected(headers)));
    return RestResponse.noContent();
  }

  private Map<UUID, Object> stock(ExpandParameter expand, Actor asking, List<Product> products) {
    return expand.asksFor(STOCK)
        ? expansions.find(STOCK, asking, products.stream().map(product -> product.id().value()))
        : Map.of();
  }

  static RestResponse<ProductView> shown(Product product, Actor asking) {
    return shown(product, ProductView.of(product, asking));
  }

  /** Any change must be seen, so caches keep it but always ask. */
  private static RestResponse<ProductView> shown(Product product, ProductView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .tag(Preconditions.tag(product.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private static ProductId productId(String id) {
    return new ProductId(Identifier.of("id", id));
  }
}
