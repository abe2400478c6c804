package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.rest.shared.Identifier;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which API keys a list shall hold.
 *
 * @param ownerId whose keys
 */
record ApiKeyFilterParameters(
    @Parameter(
            description = "Only the keys of this user; another's need keys:write.",
            schema = @Schema(type = SchemaType.STRING, format = "uuid", maxLength = 36))
        @QueryParam("ownerId")
        @Nullable String ownerId) {

  /** The user whose keys are wanted, if one is named. */
  Optional<UserId> readOwnerId() {
    return Optional.ofNullable(ownerId).map(id -> new UserId(Identifier.of("ownerId", id)));
  }
}
