package dev.quartermaster.domain.jobs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a job has come. */
public enum JobState {
  /** It waits for a node, or for its time. */
  QUEUED,
  /** A node works on it, or takes it over from one that died. */
  RUNNING,
  /** All of it is done. */
  SUCCEEDED,
  /** It was given up; what was done before stays. */
  FAILED,
  /** Somebody ended it; what was done before stays. */
  CANCELLED;

  /** The name that clients know, such as {@code running}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing happens to the job any more. */
  public boolean isOver() {
    return switch (this) {
      case QUEUED, RUNNING -> false;
      case SUCCEEDED, FAILED, CANCELLED -> true;
    };
  }

  /** The state of that code, if there is one. */
  public static Optional<JobState> ofCode(String code) {
    return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
