package dev.quartermaster.rest.jobs;

import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.rest.shared.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line that a job left out, as clients see it. */
@Schema(name = "RejectedLine", description = "A line that a job left out")
record RejectedLineView(
    @Schema(description = "Its number in the input, from 1", examples = "17") long line,
    @Schema(
            description = "What is wrong with it; the field is line when it is all of it",
            maxItems = 1_000)
        List<Problem.FieldAtFault> errors) {
  RejectedLineView {
    errors = List.copyOf(errors);
  }

  static RejectedLineView of(RejectedLine line) {
    return new RejectedLineView(
        line.line(), line.errors().stream().map(Problem.FieldAtFault::of).toList());
  }
}
