package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The job is not one that stopped before it was done. */
public final class JobNotRetryable extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "job-not-retryable";

  public JobNotRetryable(JobState state) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "The job is " + state.code() + "; only one that failed or was cancelled can be retried.");
  }
}
