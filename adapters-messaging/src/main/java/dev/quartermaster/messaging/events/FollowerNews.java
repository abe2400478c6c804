package dev.quartermaster.messaging.events;

import dev.quartermaster.application.events.TellFollowers;
import dev.quartermaster.application.events.WatchEvents;
import dev.quartermaster.messaging.shared.WokenLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells those who follow events at this node what any node published. */
@Singleton
final class FollowerNews {
  private final WatchEvents watchEvents;
  private final boolean isEnabled;
  private final WokenLoop loop;

  FollowerNews(
      TellFollowers tellFollowers,
      WatchEvents watchEvents,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
          boolean isEnabled) {
    this.watchEvents = watchEvents;
    this.isEnabled = isEnabled;
    this.loop = new WokenLoop("follower-news", _ -> tellFollowers.tell());
  }

  void start(@Observes StartupEvent started) {
    if (isEnabled) {
      watchEvents.onPublication(loop::wake);
      loop.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    loop.stop();
  }
}
