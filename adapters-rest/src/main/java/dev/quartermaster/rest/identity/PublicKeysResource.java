package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.GetPublicKeys;
import dev.quartermaster.rest.shared.QueryBudget;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The keys by which other services check our access tokens. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Sessions")
public class PublicKeysResource {
  private final GetPublicKeys getPublicKeys;

  PublicKeysResource(GetPublicKeys getPublicKeys) {
    this.getPublicKeys = getPublicKeys;
  }

  @GET
  @PermitAll
  @QueryBudget(0)
  @Operation(
      operationId = "getPublicKeys",
      summary = "Read the public keys",
      description = "A JSON Web Key Set (RFC 7517) to check access tokens with.")
  @APIResponseSchema(
      value = PublicKeysSchema.class,
      responseCode = "200",
      responseDescription = "The public keys")
  public RestResponse<String> get() {
    return RestResponse.ResponseBuilder.ok(getPublicKeys.get())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
        .build();
  }
}
