package dev.quartermaster.messaging.events;

import dev.quartermaster.application.events.ParkEvent;
import dev.quartermaster.application.events.WatchEvents;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import dev.quartermaster.messaging.shared.Subscriber;
import dev.quartermaster.messaging.shared.WokenLoop;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Runs all subscribers, none of which waits for another. When one fails, it goes on event by event;
 * an event that it cannot handle in ten attempts, which take three minutes, is parked, and the rest
 * goes on.
 */
@Singleton
final class Subscribers {
  private static final Logger LOG = Logger.getLogger(Subscribers.class);
  private static final int BATCH = 500;
  private static final int ATTEMPTS = 10;

  private final ParkEvent parkEvent;
  private final WatchEvents watchEvents;
  private final boolean isEnabled;
  private final List<WokenLoop> loops;

  Subscribers(
      @All List<Subscriber> subscribers,
      ParkEvent parkEvent,
      WatchEvents watchEvents,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
          boolean isEnabled) {
    this.parkEvent = parkEvent;
    this.watchEvents = watchEvents;
    this.isEnabled = isEnabled;
    this.loops =
        subscribers.stream()
            .map(
                subscriber ->
                    new WokenLoop(subscriber.name(), failures -> step(subscriber, failures)))
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

  private int step(Subscriber subscriber, int failures) {
    try {
      return subscriber.handle(failures == 0 ? BATCH : 1);
    } catch (RuntimeException failure) {
      if (failures + 1 < ATTEMPTS || isOfNeighbour(failure)) {
        throw failure;
      }
      LOG.errorf(failure, "%s goes past an event that it cannot handle", subscriber.name());
      parkEvent.park(new ParkEvent.Command(subscriber.name(), failure.toString()));
      return 1;
    }
  }

  /** Whether something is away that will be back, and the event is not to blame. */
  private static boolean isOfNeighbour(RuntimeException failure) {
    return failure instanceof DomainException problem && problem.kind() == ErrorKind.UNAVAILABLE;
  }
}
