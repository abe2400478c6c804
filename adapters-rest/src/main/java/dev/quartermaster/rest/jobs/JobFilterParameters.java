package dev.quartermaster.rest.jobs;

import dev.quartermaster.domain.jobs.JobQueue;
import dev.quartermaster.domain.jobs.JobState;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which jobs a list shall hold. */
record JobFilterParameters(
    @Parameter(description = "Exactly this type.", example = "product-import") @QueryParam("type")
        @Nullable String type,
    @Parameter(
            description = "Exactly this state: queued, running, succeeded, failed or cancelled.",
            example = "running")
        @QueryParam("state")
        @Nullable String state,
    @Parameter(description = "Exactly this queue.", example = "imports") @QueryParam("queue")
        @Nullable String queue) {

  /**
   * The conditions, read.
   *
   * @throws InvalidInput naming every parameter at fault
   */
  Conditions read() {
    InvalidInput.collect(this::readType, this::readState, this::readQueue);
    return new Conditions(readType(), readState(), readQueue());
  }

  private Optional<JobType> readType() {
    return read("type", type, JobType::ofCode, "must be product-import");
  }

  private Optional<JobState> readState() {
    return read(
        "state",
        state,
        JobState::ofCode,
        "must be queued, running, succeeded, failed or cancelled");
  }

  private Optional<JobQueue> readQueue() {
    return read("queue", queue, JobQueue::ofCode, "must be imports");
  }

  private static <T> Optional<T> read(
      String name, @Nullable String text, Function<String, Optional<T>> ofCode, String mend) {
    Optional<T> read = Optional.ofNullable(text).flatMap(ofCode);
    if (text != null && read.isEmpty()) {
      throw InvalidInput.of(name, mend);
    }
    return read;
  }

  /** The conditions in the terms of the domain. */
  record Conditions(Optional<JobType> type, Optional<JobState> state, Optional<JobQueue> queue) {}
}
