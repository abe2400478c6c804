package dev.quartermaster.application.events;

import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/** Where in the log a follower begins, and how it looks up what its node does not remember. */
final class LogPlace {
  /** What somebody knows who knows no event. */
  static final long BEGINNING = 0;

  private static final String FIELD = "lastEventId";
  private static final int PAGE = 100;

  private LogPlace() {}

  /**
   * The place behind which the follower begins.
   *
   * @param lastEventId the place that it knows
   * @param otherwise by the last place that was given, where one begins who knows none
   * @throws InvalidInput when events behind the known place are forgotten, or it was never given,
   *     such as one of another log
   */
  static long of(
      OptionalLong lastEventId, LongUnaryOperator otherwise, EventLog log, UnitOfWork unitOfWork) {
    return unitOfWork.reading(
        () -> {
          long head = log.head();
          if (lastEventId.isEmpty()) {
            return otherwise.applyAsLong(head);
          }
          long known = lastEventId.getAsLong();
          if (known > head) {
            throw InvalidInput.of(
                FIELD, "is " + known + ", but the newest event is " + head + "; begin anew");
          }
          if (known > BEGINNING && known < head && isForgotten(known + 1, log)) {
            throw InvalidInput.of(
                FIELD, "is " + known + ", behind which events are kept no more; begin anew");
          }
          return known;
        });
  }

  private static boolean isForgotten(long place, EventLog log) {
    return log.after(place - 1, EventFilter.all(), 1).stream()
        .allMatch(next -> next.position() > place);
  }

  static LongFunction<List<PublishedEvent>> older(
      EventLog log, EventFilter filter, UnitOfWork unitOfWork) {
    return place -> unitOfWork.reading(() -> log.after(place, filter, PAGE));
  }
}
