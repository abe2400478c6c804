package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.CreateApiKey;
import dev.quartermaster.application.identity.GetApiKey;
import dev.quartermaster.application.identity.ListApiKeys;
import dev.quartermaster.application.identity.RevokeApiKey;
import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeyField;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.ListParameters;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.Preconditions;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.SecurityDescription;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * API keys. The answer to a creation holds a secret that is kept nowhere, so it keeps no
 * idempotency record: whoever lost the answer makes another key and revokes the first.
 */
@Path(ApiKeyView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "API keys", description = "Keys by which programs act for users")
public class ApiKeysResource {
  private final CreateApiKey createApiKey;
  private final ListApiKeys listApiKeys;
  private final GetApiKey getApiKey;
  private final RevokeApiKey revokeApiKey;
  private final CurrentActor actor;

  ApiKeysResource(
      CreateApiKey createApiKey,
      ListApiKeys listApiKeys,
      GetApiKey getApiKey,
      RevokeApiKey revokeApiKey,
      CurrentActor actor) {
    this.createApiKey = createApiKey;
    this.listApiKeys = listApiKeys;
    this.getApiKey = getApiKey;
    this.revokeApiKey = revokeApiKey;
    this.actor = actor;
  }

  @POST
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(5)
  @Operation(
      operationId = "createApiKey",
      summary = "Create an API key",
      description =
          "Needs keys:write, and each of the scopes. The answer shows the key, this once: only its"
              + " hash is kept. That is why an Idempotency-Key has no effect here: a repetition"
              + " makes another key; revoke the one whose answer was lost.")
  @APIResponseSchema(
      value = ApiKeyView.class,
      responseCode = "201",
      responseDescription = "The new key")
  @Refuses(ProblemType.TOO_MANY_API_KEYS)
  public RestResponse<ApiKeyView> create(
      @NotNull(message = "must be a JSON object") @Valid CreateApiKeyRequest request) {
    Actor asking = actor.get();
    CreateApiKey.Result created =
        createApiKey.create(
            new CreateApiKey.Command(
                asking, request.name(), request.toScopes(), request.toExpiry()));
    ApiKey key = created.apiKey();
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, ApiKeyView.of(key, created.secret(), asking))
        .location(URI.create(ApiKeyView.PATH + "/" + key.id()))
        .tag(Preconditions.tag(key.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @QueryBudget(3)
  @Operation(
      operationId = "listApiKeys",
      summary = "List API keys",
      description =
          "One's own keys, or with keys:write everybody's, also those that were revoked or have"
              + " expired. Sorts by name, createdAt and expiresAt; the newest come first.")
  public RestResponse<ListView<ApiKeyView>> list(
      @BeanParam ApiKeyFilterParameters filter,
      @BeanParam ListParameters parameters,
      @Context UriInfo uri) {
    Actor asking = actor.get();
    InvalidInput.collect(
        filter::readOwnerId, () -> parameters.asPageRequest(ApiKeyField.class, uri));
    return Lists.show(
        listApiKeys.list(
            new ListApiKeys.Query(
                asking, filter.readOwnerId(), parameters.asPageRequest(ApiKeyField.class, uri))),
        ApiKeyView.class,
        key -> ApiKeyView.of(key, asking),
        uri);
  }

  @GET
  @Path("{id}")
  @QueryBudget(2)
  @Operation(
      operationId = "getApiKey",
      summary = "Read an API key",
      description = "One's own, or with keys:write any; never the key itself.")
  public RestResponse<ApiKeyView> get(@PathParam("id") String id) {
    Actor asking = actor.get();
    ApiKey key = getApiKey.get(new GetApiKey.Query(asking, apiKeyId(id)));
    return RestResponse.ResponseBuilder.ok(ApiKeyView.of(key, asking))
        .tag(Preconditions.tag(key.version()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  @DELETE
  @Path("{id}")
  @Idempotent
  @QueryBudget(6)
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revoke an API key",
      description =
          "One's own, or with keys:write any. Takes effect at once; the key stays on record. Needs"
              + " If-Match.")
  public RestResponse<Void> revoke(@PathParam("id") String id, @Context HttpHeaders headers) {
    revokeApiKey.revoke(
        new RevokeApiKey.Command(actor.get(), apiKeyId(id), Preconditions.expected(headers)));
    return RestResponse.noContent();
  }

  private static ApiKeyId apiKeyId(String id) {
    return new ApiKeyId(Identifier.of("id", id));
  }
}
