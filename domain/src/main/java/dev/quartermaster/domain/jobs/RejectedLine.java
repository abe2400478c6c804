package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.FieldError;
import java.util.List;

/**
 * A line of a job's input that was left out, since it breaks a rule.
 *
 * @param line its number, from 1
 * @param errors what is wrong with it; the field is {@code line} when it is the line as a whole
 */
public record RejectedLine(long line, List<FieldError> errors) {
  public RejectedLine {
    errors = List.copyOf(errors);
  }
}
