package dev.quartermaster.messaging.events;

import dev.quartermaster.application.events.PublishEvents;
import dev.quartermaster.application.events.WatchEvents;
import dev.quartermaster.messaging.shared.WokenLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Publishes what this node committed, and what dead nodes left. */
@Singleton
final class EventPublication {
  private static final PublishEvents.Command BATCH = new PublishEvents.Command(1_000);

  private final WatchEvents watchEvents;
  private final boolean isEnabled;
  private final WokenLoop loop;

  EventPublication(
      PublishEvents publishEvents,
      WatchEvents watchEvents,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
          boolean isEnabled) {
    this.watchEvents = watchEvents;
    this.isEnabled = isEnabled;
    this.loop = new WokenLoop("event-publication", _ -> publishEvents.publish(BATCH));
  }

  void start(@Observes StartupEvent started) {
    if (isEnabled) {
      watchEvents.onArrival(loop::wake);
      loop.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    loop.stop();
  }
}
