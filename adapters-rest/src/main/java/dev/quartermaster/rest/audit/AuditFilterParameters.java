package dev.quartermaster.rest.audit;

import dev.quartermaster.domain.audit.AuditFilter;
import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries a list shall hold. */
record AuditFilterParameters(
    @Parameter(
            description = "Done by exactly this one.",
            example = "user:01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d")
        @QueryParam("actor")
        @Nullable String actor,
    @Parameter(description = "Exactly this was done.", example = "product.edited")
        @QueryParam("action")
        @Nullable String action,
    @Parameter(description = "Done to such a thing.", example = "product") @QueryParam("targetType")
        @Nullable String targetType,
    @Parameter(description = "Done to this thing.") @QueryParam("targetId")
        @Nullable String targetId,
    @Parameter(
            description = "Done then or later.",
            example = "2026-03-01T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 64))
        @QueryParam("from")
        @Nullable String from,
    @Parameter(
            description = "Done before then.",
            example = "2026-04-01T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 64))
        @QueryParam("to")
        @Nullable String to) {

  /** The years that a database can tell apart. */
  private static final int LAST_YEAR = 9999;

  /**
   * What the client asks for.
   *
   * @throws InvalidInput naming every parameter at fault
   */
  AuditFilter read() {
    InvalidInput.collect(() -> instant("from", from), () -> instant("to", to));
    return new AuditFilter(
        Optional.ofNullable(actor),
        Optional.ofNullable(action),
        Optional.ofNullable(targetType),
        Optional.ofNullable(targetId),
        instant("from", from),
        instant("to", to));
  }

  private static Optional<Instant> instant(String parameter, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      OffsetDateTime read = OffsetDateTime.parse(text);
      if (read.getYear() < 0 || read.getYear() > LAST_YEAR) {
        throw noInstant(parameter);
      }
      return Optional.of(read.toInstant());
    } catch (DateTimeException unreadable) {
      throw noInstant(parameter);
    }
  }

  private static InvalidInput noInstant(String parameter) {
    return InvalidInput.of(parameter, "must be an instant such as 2026-03-01T12:00:00Z");
  }
}
