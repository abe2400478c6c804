package dev.quartermaster.domain.shared;

/** A follower of the log did not take what it was given; it may come back and go on from there. */
public final class SlowFollower extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SlowFollower() {
    super("Events are not taken as fast as they come.", null, false, false);
  }
}
