package dev.quartermaster.architecture.extending.rest.wishlist;

import dev.quartermaster.architecture.extending.application.wishlist.AddWish;
import dev.quartermaster.architecture.extending.application.wishlist.GetWishlist;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.QueryBudget;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The wishlist of whoever asks. */
@Path(WishlistView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Authenticated
@Tag(name = "Wishlist", description = "What a customer would like to have")
public class WishlistResource {
  private final AddWish addWish;
  private final GetWishlist getWishlist;
  private final CurrentActor actor;

  WishlistResource(AddWish addWish, GetWishlist getWishlist, CurrentActor actor) {
    this.addWish = addWish;
    this.getWishlist = getWishlist;
    this.actor = actor;
  }

  @GET
  @QueryBudget(2)
  @Operation(operationId = "getWishlist", summary = "Read one's wishlist")
  public RestResponse<WishlistView> get() {
    return shown(getWishlist.get(new GetWishlist.Query(actor.get())));
  }

  @PUT
  @Path("{productId}")
  @QueryBudget(7)
  @Operation(operationId = "addWish", summary = "Wish for a product")
  public RestResponse<WishlistView> add(@PathParam("productId") String productId) {
    ProductId wished = new ProductId(Identifier.of("productId", productId));
    return shown(addWish.add(new AddWish.Command(actor.get(), wished)));
  }

  private static RestResponse<WishlistView> shown(Wishlist wishlist) {
    return RestResponse.ResponseBuilder.ok(WishlistView.of(wishlist))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
