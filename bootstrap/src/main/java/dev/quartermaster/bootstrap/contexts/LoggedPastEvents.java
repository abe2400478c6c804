package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.events.FindPastEvents;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.webhooks.PastEvents;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Webhooks' view of the log of events. */
@Singleton
final class LoggedPastEvents implements PastEvents {
  private final FindPastEvents findPastEvents;

  LoggedPastEvents(FindPastEvents findPastEvents) {
    this.findPastEvents = findPastEvents;
  }

  @Override
  public List<PublishedEvent> between(Instant from, Instant to, long position, int limit) {
    return findPastEvents.find(new FindPastEvents.Query(from, to, position, limit)).events();
  }
}
