package dev.quartermaster.rest.webhooks;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookFilter;
import dev.quartermaster.domain.webhooks.WebhookStatus;
import dev.quartermaster.rest.shared.Identifier;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which webhooks a list shall hold. */
record WebhookFilterParameters(
    @Parameter(
            description = "Only the webhooks of this user.",
            schema = @Schema(type = SchemaType.STRING, format = "uuid", maxLength = 36))
        @QueryParam("ownerId")
        @Nullable String ownerId,
    @Parameter(
            description = "Exactly this status.",
            example = "enabled",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"enabled", "disabled"}))
        @QueryParam("status")
        @Nullable String status) {

  /**
   * The conditions, read.
   *
   * @throws InvalidInput naming every parameter at fault
   */
  WebhookFilter read() {
    InvalidInput.collect(this::readOwnerId, this::readStatus);
    return new WebhookFilter(readOwnerId(), readStatus());
  }

  private Optional<UserId> readOwnerId() {
    return Optional.ofNullable(ownerId).map(id -> new UserId(Identifier.of("ownerId", id)));
  }

  private Optional<WebhookStatus> readStatus() {
    if (status == null) {
      return Optional.empty();
    }
    Optional<WebhookStatus> wanted = WebhookStatus.ofCode(status);
    if (wanted.isEmpty()) {
      throw InvalidInput.of("status", "must be enabled or disabled");
    }
    return wanted;
  }
}
