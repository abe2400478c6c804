package dev.quartermaster.rest.jobs;

import dev.quartermaster.domain.jobs.JobState;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        @Nullable String state) {

  /**
   * The conditions, read.
   *
   * @throws InvalidInput naming every parameter at fault
   */
  Conditions read() {
    List<FieldError> errors = new ArrayList<>();
    Optional<JobType> wantedType = Optional.ofNullable(type).flatMap(JobType::ofCode);
    if (type != null && wantedType.isEmpty()) {
      errors.add(new FieldError("type", "must be product-import"));
    }
    Optional<JobState> wantedState = Optional.ofNullable(state).flatMap(JobState::ofCode);
    if (state != null && wantedState.isEmpty()) {
      errors.add(
          new FieldError("state", "must be queued, running, succeeded, failed or cancelled"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new Conditions(wantedType, wantedState);
  }

  /** The conditions in the terms of the domain. */
  record Conditions(Optional<JobType> type, Optional<JobState> state) {}
}
