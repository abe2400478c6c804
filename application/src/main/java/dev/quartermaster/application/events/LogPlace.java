package dev.quartermaster.application.events;

import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Where in the log a follower begins, and how it looks up what its node does not remember. */
final class LogPlace {
  private static final int PAGE = 100;

  private LogPlace() {}

  /**
   * The place behind which the follower begins.
   *
   * @throws InvalidInput when it knows a place that was never given, such as one of another log
   */
  static long of(OptionalLong lastEventId, long otherwise, long head) {
    long place = lastEventId.orElse(otherwise);
    if (place > head) {
      throw InvalidInput.of(
          "lastEventId", "is " + place + ", but the newest event is " + head + "; begin anew");
    }
    return place;
  }

  static LongFunction<List<PublishedEvent>> older(
      EventLog log, EventFilter filter, UnitOfWork unitOfWork) {
    return place -> unitOfWork.reading(() -> log.after(place, filter, PAGE));
  }
}
