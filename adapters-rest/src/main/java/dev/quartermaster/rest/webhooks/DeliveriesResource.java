package dev.quartermaster.rest.webhooks;

import dev.quartermaster.application.webhooks.GetDelivery;
import dev.quartermaster.application.webhooks.ListDeliveries;
import dev.quartermaster.application.webhooks.Redeliver;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryField;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.rest.shared.CurrentActor;
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

/** What was and will be sent to a webhook. */
@Path(WebhookView.PATH + "/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Authenticated
@Tag(name = "Webhooks", description = "Programs that are sent events")
public class DeliveriesResource {
  private final ListDeliveries listDeliveries;
  private final GetDelivery getDelivery;
  private final Redeliver redeliver;
  private final CurrentActor actor;

  DeliveriesResource(
      ListDeliveries listDeliveries,
      GetDelivery getDelivery,
      Redeliver redeliver,
      CurrentActor actor) {
    this.listDeliveries = listDeliveries;
    this.getDelivery = getDelivery;
    this.redeliver = redeliver;
    this.actor = actor;
  }

  @GET
  @QueryBudget(4)
  @Operation(
      operationId = "listDeliveries",
      summary = "List a webhook's deliveries",
      description =
          "Needs webhooks:write. What waits, and for 30 days what is over. Sorts by createdAt; the"
              + " newest come first.")
  public RestResponse<ListView<DeliveryView>> list(
      @PathParam("id") String id,
      @BeanParam DeliveryFilterParameters filter,
      @BeanParam ListParameters parameters,
      @Context UriInfo uri) {
    WebhookId webhook = webhookId(id);
    InvalidInput.collect(
        () -> filter.read(webhook), () -> parameters.asPageRequest(DeliveryField.class, uri));
    return Lists.show(
        listDeliveries.list(
            new ListDeliveries.Query(
                actor.get(),
                filter.read(webhook),
                parameters.asPageRequest(DeliveryField.class, uri))),
        DeliveryView.class,
        DeliveryView::of,
        uri);
  }

  @GET
  @Path("{deliveryId}")
  @QueryBudget(2)
  @Operation(
      operationId = "getDelivery",
      summary = "Read a delivery",
      description = "Needs webhooks:write. How the last attempt went, and when the next one is.")
  public RestResponse<DeliveryView> get(
      @PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
    Delivery delivery =
        getDelivery.get(new GetDelivery.Query(actor.get(), webhookId(id), deliveryId(deliveryId)));
    return RestResponse.ResponseBuilder.ok(DeliveryView.of(delivery))
        .tag(Preconditions.tag(delivery.version()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  @POST
  @Path("{deliveryId}/redeliver")
  @QueryBudget(7)
  @Operation(
      operationId = "redeliver",
      summary = "Deliver again",
      description =
          "Needs webhooks:write. Queues the same message, under its id, as another delivery behind"
              + " those that wait.")
  @APIResponseSchema(
      value = DeliveryView.class,
      responseCode = "202",
      responseDescription = "The other delivery")
  @Refuses(ProblemType.WEBHOOK_NOT_ENABLED)
  public RestResponse<DeliveryView> redeliver(
      @PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
    Delivery again =
        redeliver.redeliver(
            new Redeliver.Command(actor.get(), webhookId(id), deliveryId(deliveryId)));
    return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, DeliveryView.of(again))
        .location(URI.create(DeliveryView.path(again)))
        .tag(Preconditions.tag(again.version()))
        .build();
  }

  private static WebhookId webhookId(String id) {
    return new WebhookId(Identifier.of("id", id));
  }

  private static DeliveryId deliveryId(String id) {
    return new DeliveryId(Identifier.of("deliveryId", id));
  }
}
