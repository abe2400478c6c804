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
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String traceId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    @JsonIgnore @JsonAnyGetter Map<String, Object> extensions,
    @JsonIgnore @Schema(hidden = true) Optional<Duration> retryAfter) {
  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
    extensions = Map.copyOf(extensions);
  }

  /** The value of Retry-After: whole seconds, rounded up so that nobody comes too early. */
  OptionalLong retryAfterSeconds() {
    return retryAfter.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, retryAfter.get().plusMillis(999).toSeconds()));
  }
}
