package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** A webhook has one replay at a time. */
public final class ReplayUnderWay extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "replay-under-way";

  public ReplayUnderWay() {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "A replay for this webhook has been asked for and is not done yet; try again soon.");
  }
}
