package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.GetPublicKeys;
import dev.quartermaster.rest.shared.QueryBudget;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
  private static final int TAG_BYTES = 16;

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
    String keys = getPublicKeys.get();
    return RestResponse.ResponseBuilder.ok(keys)
        .tag(tag(keys))
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
        .build();
  }

  private static EntityTag tag(String keys) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(keys.getBytes(StandardCharsets.UTF_8));
      return new EntityTag(HexFormat.of().formatHex(digest, 0, TAG_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java lacks SHA-256", impossible);
    }
  }
}
