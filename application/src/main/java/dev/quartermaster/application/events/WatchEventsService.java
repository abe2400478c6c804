package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventNotices;

@UseCase
final class WatchEventsService implements WatchEvents {
  private final EventNotices notices;

  WatchEventsService(EventNotices notices) {
    this.notices = notices;
  }

  @Override
  public void onArrival(Runnable action) {
    notices.onArrival(action);
  }

  @Override
  public void onPublication(Runnable action) {
    notices.onPublication(action);
  }
}
