package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The job is over, so that nothing of it can be cancelled. */
public final class JobNotCancellable extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "job-not-cancellable";

  public JobNotCancellable(JobState state) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "The job is " + state.code() + "; only one that is queued or running can be cancelled.");
  }
}
