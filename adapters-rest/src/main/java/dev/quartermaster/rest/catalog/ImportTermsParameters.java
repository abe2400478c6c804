package dev.quartermaster.rest.catalog;

import dev.quartermaster.domain.jobs.JobTerms;
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

/** On what terms a file shall be imported. */
record ImportTermsParameters(
    @Parameter(
            description = "0 to 9; of the imports that could begin, the highest does.",
            example = "5",
            schema =
                @Schema(
                    type = SchemaType.INTEGER,
                    format = "int32",
                    minimum = "0",
                    maximum = "9",
                    defaultValue = "0"))
        @QueryParam("priority")
        @Nullable String priority,
    @Parameter(
            description = "Not before then, within a year; at once when left out.",
            example = "2026-03-01T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 64))
        @QueryParam("runAt")
        @Nullable String runAt,
    @Parameter(
            description = "Only while no other import with this key is queued or running.",
            example = "nightly-feed",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    minLength = 1,
                    maxLength = JobTerms.MAX_KEY_LENGTH))
        @QueryParam("uniqueKey")
        @Nullable String uniqueKey) {

  /**
   * The terms.
   *
   * @throws InvalidInput naming every parameter at fault
   */
  JobTerms read() {
    InvalidInput.collect(
        () -> new JobTerms(readPriority(), Optional.empty(), Optional.empty()),
        this::readRunAt,
        () -> new JobTerms(0, Optional.empty(), Optional.ofNullable(uniqueKey)));
    return new JobTerms(readPriority(), readRunAt(), Optional.ofNullable(uniqueKey));
  }

  /** What is no number is none that a job can have. */
  private int readPriority() {
    if (priority == null) {
      return 0;
    }
    return priority.matches("[0-9]{1,9}") ? Integer.parseInt(priority) : -1;
  }

  private Optional<Instant> readRunAt() {
    try {
      return Optional.ofNullable(runAt).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException unreadable) {
      throw InvalidInput.of("runAt", "must be an instant such as 2026-03-01T12:00:00Z");
    }
  }
}
