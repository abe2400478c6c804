package dev.quartermaster.domain.events;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** Somebody follows events as often as one may at a time. */
public final class TooManyFollowers extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "too-many-live-streams";

  /**
   * @param most how many there may be at a node
   */
  public TooManyFollowers(int most) {
    super(
        ErrorKind.RATE_LIMITED,
        CODE,
        "You follow events " + most + " times at once; end one before you begin another.");
  }
}
