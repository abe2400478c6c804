package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** Another job with the same key is not finished. */
public final class JobNotUnique extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "job-not-unique";

  public JobNotUnique(Job unfinished) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "The job "
            + unfinished.id()
            + " has the same unique key and is "
            + unfinished.state().code()
            + ".");
  }
}
