package dev.quartermaster.rest.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.RawApiKey;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key as clients see it; with the key itself in the answer to its creation only. */
@Schema(name = "ApiKey", description = "A key by which a program acts for a user")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKeyView(
    @Schema(description = "Identifies the API key") UUID id,
    @Schema(description = "In whose name the program acts") UUID ownerId,
    @Schema(
            description = "What the key is for",
            maxLength = ApiKey.MAX_NAME_LENGTH,
            examples = "warehouse scanner")
        String name,
    @Schema(description = "How the key begins", maxLength = 16, examples = "qm_4fT0s9LmXa")
        String prefix,
    @Schema(
            description = "The key, to be sent as X-API-Key; shown once, when it is created",
            maxLength = 64,
            examples = "qm_4fT0s9LmXa_hV6yq2C1xJ0aYw3bTz8RkQ5uEoN7dLmPsGvFiX4cB9Z")
        @Nullable String key,
    @Schema(
            description = "What the program may do, as far as its owner may",
            maxItems = 50,
            examples = "[\"inventory:write\"]")
        List<@Size(max = 40) String> scopes,
    @Schema(description = "When the key was created") Instant createdAt,
    @Schema(description = "From when on the key cannot be used any more") Instant expiresAt,
    @Schema(description = "When the key was last used, to the minute; missing if it never was")
        @Nullable Instant lastUsedAt,
    @Schema(description = "When the key was revoked, if it was") @Nullable Instant revokedAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  static final String PATH = "/api/v1/api-keys";

  ApiKeyView {
    scopes = List.copyOf(scopes);
  }

  /** What is known of a key. */
  static ApiKeyView of(ApiKey key, Actor actor) {
    return view(key, null, actor);
  }

  /** A new key, with its secret. */
  static ApiKeyView of(ApiKey key, RawApiKey secret, Actor actor) {
    return view(key, secret.value(), actor);
  }

  @Override
  public String toString() {
    return "ApiKeyView[" + prefix + "_***]";
  }

  private static ApiKeyView view(ApiKey key, @Nullable String secret, Actor actor) {
    return new ApiKeyView(
        key.id().value(),
        key.ownerId().value(),
        key.name(),
        key.prefix(),
        secret,
        key.scopes().stream().sorted().map(Permission::code).toList(),
        key.createdAt(),
        key.expiresAt(),
        key.lastUsedAt().orElse(null),
        key.revokedAt().orElse(null),
        links(key, actor));
  }

  private static Map<String, String> links(ApiKey key, Actor actor) {
    String self = PATH + "/" + key.id();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    if (key.revokedAt().isEmpty()
        && (actor.is(key.ownerId()) || actor.may(Permission.KEYS_WRITE))) {
      links.put("revoke", self);
    }
    return links;
  }
}
