package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new API key shall be. */
@Schema(description = "What a new API key shall be")
record CreateApiKeyRequest(
    @Schema(description = "What the key is for", examples = "warehouse scanner")
        @NotBlank(message = "must be given") @Size(max = ApiKey.MAX_NAME_LENGTH, message = "must have 1 to {max} characters") String name,
    @Schema(
            description = "Permissions that the program shall have; you must have them yourself",
            examples = "[\"inventory:write\"]")
        @NotEmpty(message = "must name at least one permission") @Size(max = 50, message = "must have at most {max} entries") List<
                @NotNull(message = "must be given") @Size(max = 40, message = "must have at most {max} characters") String>
            scopes,
    @Schema(
            description =
                "When the key shall end, at most 365 days from now; in 90 days if left out",
            format = "date-time",
            maxLength = 64,
            examples = "2027-01-31T12:00:00Z")
        @Nullable String expiresAt) {

  /** The permissions that the codes stand for. */
  Set<Permission> toScopes() {
    EnumSet<Permission> known = EnumSet.noneOf(Permission.class);
    List<FieldError> errors = new ArrayList<>();
    for (int index = 0; index < scopes.size(); index++) {
      String field = "scopes[" + index + "]";
      Permission.ofCode(scopes.get(index))
          .ifPresentOrElse(
              known::add,
              () -> errors.add(new FieldError(field, "must be a permission: " + codes())));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return known;
  }

  /** When the key shall end, if that is said. */
  Optional<Instant> toExpiry() {
    try {
      return Optional.ofNullable(expiresAt).map(Instant::parse);
    } catch (DateTimeException unreadable) {
      throw InvalidInput.of("expiresAt", "must be an instant such as 2027-01-31T12:00:00Z");
    }
  }

  private static String codes() {
    return Stream.of(Permission.values()).map(Permission::code).collect(Collectors.joining(", "));
  }
}
