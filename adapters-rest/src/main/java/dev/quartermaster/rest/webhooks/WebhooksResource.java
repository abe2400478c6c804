package dev.quartermaster.rest.webhooks;

import dev.quartermaster.application.webhooks.CreateWebhook;
import dev.quartermaster.application.webhooks.DeleteWebhook;
import dev.quartermaster.application.webhooks.EditWebhook;
import dev.quartermaster.application.webhooks.GetWebhook;
import dev.quartermaster.application.webhooks.ListWebhooks;
import dev.quartermaster.application.webhooks.ReplayEvents;
import dev.quartermaster.application.webhooks.RotateWebhookSecret;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookField;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Webhooks. Answers that hold a secret keep no idempotency record, for that would keep the secret:
 * whoever lost the answer rotates the secret, or deletes the webhook.
 */
@Path(WebhookView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Webhooks", description = "Programs that are sent events")
public class WebhooksResource {
  private final CreateWebhook createWebhook;
  private final ListWebhooks listWebhooks;
  private final GetWebhook getWebhook;
  private final EditWebhook editWebhook;
  private final DeleteWebhook deleteWebhook;
  private final RotateWebhookSecret rotateSecret;
  private final ReplayEvents replayEvents;
  private final CurrentActor actor;

  WebhooksResource(
      CreateWebhook createWebhook,
      ListWebhooks listWebhooks,
      GetWebhook getWebhook,
      EditWebhook editWebhook,
      DeleteWebhook deleteWebhook,
      RotateWebhookSecret rotateSecret,
      ReplayEvents replayEvents,
      CurrentActor actor) {
    this.createWebhook = createWebhook;
    this.listWebhooks = listWebhooks;
    this.getWebhook = getWebhook;
    this.editWebhook = editWebhook;
    this.deleteWebhook = deleteWebhook;
    this.rotateSecret = rotateSecret;
    this.replayEvents = replayEvents;
    this.actor = actor;
  }

  @POST
  @QueryBudget(5)
  @Operation(
      operationId = "createWebhook",
      summary = "Create a webhook",
      description =
          "Needs webhooks:write. Events that happen from now on are sent. The answer shows the"
              + " secret, this once. That is why an Idempotency-Key has no effect here: a repetition"
              + " makes another webhook; delete the one whose answer was lost.")
  @APIResponseSchema(
      value = WebhookView.class,
      responseCode = "201",
      responseDescription = "The new webhook")
  @Refuses(ProblemType.TOO_MANY_WEBHOOKS)
  public RestResponse<WebhookView> create(
      @NotNull(message = "must be a JSON object") @Valid CreateWebhookRequest request) {
    CreateWebhook.Result created = createWebhook.create(request.toCommand(actor.get()));
    Webhook webhook = created.webhook();
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, WebhookView.of(webhook, created.secret()))
        .location(URI.create(WebhookView.PATH + "/" + webhook.id()))
        .tag(Preconditions.tag(webhook.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @QueryBudget(3)
  @Operation(
      operationId = "listWebhooks",
      summary = "List webhooks",
      description =
          "Needs webhooks:write; everybody's, also those that are disabled. Sorts by createdAt and"
              + " updatedAt; the newest come first.")
  public RestResponse<ListView<WebhookView>> list(
      @BeanParam WebhookFilterParameters filter,
      @BeanParam ListParameters parameters,
      @Context UriInfo uri) {
    InvalidInput.collect(filter::read, () -> parameters.asPageRequest(WebhookField.class, uri));
    return Lists.show(
        listWebhooks.list(
            new ListWebhooks.Query(
                actor.get(), filter.read(), parameters.asPageRequest(WebhookField.class, uri))),
        WebhookView.class,
        WebhookView::of,
        uri);
  }

  @GET
  @Path("{id}")
  @QueryBudget(2)
  @Operation(
      operationId = "getWebhook",
      summary = "Read a webhook",
      description = "Needs webhooks:write; never shows the secret.")
  public RestResponse<WebhookView> get(@PathParam("id") String id) {
    return shown(getWebhook.get(new GetWebhook.Query(actor.get(), webhookId(id))));
  }

  @PATCH
  @Path("{id}")
  @Idempotent
  @QueryBudget(7)
  @Operation(
      operationId = "editWebhook",
      summary = "Edit a webhook",
      description =
          "Needs webhooks:write and If-Match. While it is disabled nothing is sent: what was queued"
              + " waits, and what happens meanwhile is not queued, but can be replayed.")
  public RestResponse<WebhookView> edit(
      @PathParam("id") String id,
      @NotNull(message = "must be a JSON object") @Valid EditWebhookRequest request,
      @Context HttpHeaders headers) {
    return shown(
        editWebhook.edit(
            new EditWebhook.Command(
                actor.get(), webhookId(id), Preconditions.expected(headers), request.toChanges())));
  }

  @DELETE
  @Path("{id}")
  @Idempotent
  @QueryBudget(7)
  @Operation(
      operationId = "deleteWebhook",
      summary = "Delete a webhook",
      description = "Needs webhooks:write and If-Match. What was queued for it is never sent.")
  public RestResponse<Void> delete(@PathParam("id") String id, @Context HttpHeaders headers) {
    deleteWebhook.delete(
        new DeleteWebhook.Command(actor.get(), webhookId(id), Preconditions.expected(headers)));
    return RestResponse.noContent();
  }

  @POST
  @Path("{id}/rotate-secret")
  @QueryBudget(6)
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Replace a webhook's secret",
      description =
          "Needs webhooks:write. For 24 hours messages are signed by the secret before as well, so"
              + " that the receiver can change over. The answer shows the new one, this once; an"
              + " Idempotency-Key has no effect here.")
  public RestResponse<WebhookView> rotateSecret(@PathParam("id") String id) {
    RotateWebhookSecret.Result rotated =
        rotateSecret.rotate(new RotateWebhookSecret.Command(actor.get(), webhookId(id)));
    return RestResponse.ResponseBuilder.ok(WebhookView.of(rotated.webhook(), rotated.secret()))
        .tag(Preconditions.tag(rotated.webhook().version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @POST
  @Path("{id}/replay")
  @Idempotent
  @QueryBudget(6)
  @Operation(
      operationId = "replayEvents",
      summary = "Replay a webhook's events",
      description =
          "Needs webhooks:write. Queues what happened in a time and the webhook wants, whether or"
              + " not it was sent before, under the ids that the events always had. Goes on in the"
              + " background; a webhook has one replay at a time.")
  @APIResponseSchema(
      value = ReplayView.class,
      responseCode = "202",
      responseDescription = "What is replayed")
  @Refuses({ProblemType.WEBHOOK_NOT_ENABLED, ProblemType.REPLAY_UNDER_WAY})
  public RestResponse<ReplayView> replay(
      @PathParam("id") String id,
      @NotNull(message = "must be a JSON object") @Valid ReplayRequest request) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.ACCEPTED,
            ReplayView.of(replayEvents.replay(request.toCommand(actor.get(), webhookId(id)))))
        .build();
  }

  private static WebhookId webhookId(String id) {
    return new WebhookId(Identifier.of("id", id));
  }

  private static RestResponse<WebhookView> shown(Webhook webhook) {
    return RestResponse.ResponseBuilder.ok(WebhookView.of(webhook))
        .tag(Preconditions.tag(webhook.version()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
