package dev.quartermaster.rest.shared;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.quartermaster.domain.shared.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem as RFC 9457 describes it.
 *
 * @param type the address of a page about this kind of problem
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what is wrong with this very request
 * @param instance the path of the request
 * @param code the stable code of the kind
 * @param traceId under which the server logged the request
 * @param errors the fields at fault; left out when there are none
 * @param extensions further members of this kind of problem
 * @param retryAfter after what time a repetition makes sense; no member, but the header Retry-After
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId", "errors"})
@Schema(description = "What went wrong, as RFC 9457 describes it")
public record Problem(
    @Schema(
            description = "The address of a page about this kind of problem",
            format = "uri-reference",
            maxLength = 200,
            examples = "/problems/validation-failed")
        String type,
    @Schema(
            description = "The kind of problem in a few words",
            maxLength = 200,
            examples = "The input breaks a rule")
        String title,
    @Schema(description = "The HTTP status", minimum = "400", maximum = "599", examples = "400")
        int status,
    @Schema(
            description = "What is wrong with this very request",
            maxLength = 100_000,
            examples = "items[0].quantity must be at least 1")
        String detail,
    @Schema(description = "The path of the request", maxLength = 4096, examples = "/api/v1/orders")
        String instance,
    @Schema(
            description = "The stable code of the kind of problem",
            maxLength = 100,
            pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
            examples = "validation-failed")
        String code,
    @Schema(
            description = "Under which the server logged the request",
            maxLength = 32,
            pattern = "^[0-9a-f]{32}$",
            examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,
    @Schema(description = "The fields at fault; left out when there are none", maxItems = 100_000)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<FieldAtFault> errors,
    @JsonIgnore @JsonAnyGetter Map<String, Object> extensions,
    @JsonIgnore @Schema(hidden = true) Optional<Duration> retryAfter) {
  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
    extensions = Map.copyOf(extensions);
  }

  /**
   * A field at fault.
   *
   * @param field where it is in what was sent
   * @param message what would be right
   */
  @Schema(name = "FieldError", description = "A field at fault")
  public record FieldAtFault(
      @Schema(
              description = "Where it is in what was sent",
              maxLength = 10_000,
              examples = "items[0].quantity")
          String field,
      @Schema(
              description = "What would be right",
              maxLength = 10_000,
              examples = "must be at least 1")
          String message) {
    /** The error as clients see it. */
    public static FieldAtFault of(FieldError error) {
      return new FieldAtFault(error.field(), error.message());
    }
  }

  /** The value of Retry-After: whole seconds, rounded up so that nobody comes too early. */
  OptionalLong retryAfterSeconds() {
    return retryAfter.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, retryAfter.get().plusMillis(999).toSeconds()));
  }
}
