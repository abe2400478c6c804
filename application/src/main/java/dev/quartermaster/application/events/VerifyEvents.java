package dev.quartermaster.application.events;

import dev.quartermaster.domain.events.EventGap;
import dev.quartermaster.domain.events.EventLogState;
import dev.quartermaster.domain.shared.Actor;
import java.time.Duration;
import java.util.List;

/** Looks for events that should be in the log and are not. */
public interface VerifyEvents {
  /** How many gaps are told at the most. */
  int MAX_GAPS = 100;

  /** How long a walk through the log may take. */
  Duration LIMIT = Duration.ofMinutes(2);

  /**
   * Reads the whole log as it is at this moment.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden when the actor may not read orders
   */
  Result verify(Query query);

  /**
   * @param actor who wants to know
   */
  record Query(Actor actor) {}

  /**
   * @param state what waits, which places are kept, and who reads
   * @param missing how many places have no event
   * @param gaps where an aggregate's events lack one or have one twice, the first {@link #MAX_GAPS}
   */
  record Result(EventLogState state, long missing, List<EventGap> gaps) {
    public Result {
      gaps = List.copyOf(gaps);
    }

    /** Whether nothing is lacking. */
    public boolean isComplete() {
      return missing == 0 && gaps.isEmpty();
    }
  }
}
