package dev.quartermaster.jobs.events;

import dev.quartermaster.application.events.ForgetEvents;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.jobs.shared.Batches;
import dev.quartermaster.jobs.shared.RecurringWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Forgets events that are old and that every subscriber has read. */
final class EventRetention {
  private EventRetention() {}

  @Produces
  @Singleton
  static RecurringWork events(ForgetEvents events) {
    return RecurringWork.forgetting(
        Schedule.EVENT_RETENTION,
        Batches.OF_ROWS,
        limit -> events.forget(new ForgetEvents.Command(limit)));
  }
}
