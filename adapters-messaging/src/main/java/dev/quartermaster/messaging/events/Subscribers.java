package dev.quartermaster.messaging.events;

import dev.quartermaster.application.events.ParkEvent;
import dev.quartermaster.application.events.WatchEvents;
import dev.quartermaster.messaging.shared.Subscriber;
import dev.quartermaster.messaging.shared.WokenLoop;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs all subscribers, none of which waits for another. */
@Singleton
final class Subscribers {
  private final WatchEvents watchEvents;
  private final boolean isEnabled;
  private final List<WokenLoop> loops;

  Subscribers(
      @All List<Subscriber> subscribers,
      ParkEvent parkEvent,
      WatchEvents watchEvents,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
          boolean isEnabled) {
    this.watchEvents = watchEvents;
    this.isEnabled = isEnabled;
    this.loops =
        subscribers.stream()
            .map(
                subscriber ->
                    new WokenLoop(subscriber.name(), new SubscriberSteps(subscriber, parkEvent)))
            .toList();
  }

  void start(@Observes StartupEvent started) {
    if (isEnabled) {
      for (WokenLoop loop : loops) {
        watchEvents.onPublication(loop::wake);
        loop.start();
      }
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    loops.forEach(WokenLoop::stop);
  }
}
