package dev.quartermaster.domain.shared;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A neighbour that this request cannot do without does not answer; trying again may help. */
public final class Unavailable extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "unavailable";

  /**
   * @param neighbour what does not answer, such as {@code "The database"}
   * @param cause the technical cause, for the log only
   */
  public Unavailable(String neighbour, @Nullable Throwable cause) {
    this(cause, neighbour + " does not answer; try again in a few seconds.");
  }

  private Unavailable(@Nullable Throwable cause, String detail) {
    super(ErrorKind.UNAVAILABLE, CODE, detail, List.of(), cause);
  }

  /** More wait for their turn than it can come to soon. */
  public static Unavailable tooManyWait() {
    return new Unavailable(
        null, "More requests wait than can be worked on soon; try again in a few seconds.");
  }

  /** This node follows events for as many as it can bear, or stops. */
  public static Unavailable nodeIsFull() {
    return new Unavailable(
        null, "This node takes no more live streams; try again in a few seconds.");
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.of(Duration.ofSeconds(5));
  }
}
