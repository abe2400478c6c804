package dev.quartermaster.messaging.events;

import dev.quartermaster.application.events.ParkEvent;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import dev.quartermaster.messaging.shared.Subscriber;
import dev.quartermaster.messaging.shared.WokenLoop;
import org.jboss.logging.Logger;

/**
 * How a subscriber gets on. When it fails, it goes on event by event; an event that it cannot
 * handle in {@value #ATTEMPTS} attempts, which take some three minutes, is parked, and the rest
 * goes on.
 */
final class SubscriberSteps implements WokenLoop.Work {
  private static final Logger LOG = Logger.getLogger(SubscriberSteps.class);
  private static final int BATCH = 500;

  static final int ATTEMPTS = 10;

  private final Subscriber subscriber;
  private final ParkEvent parkEvent;

  SubscriberSteps(Subscriber subscriber, ParkEvent parkEvent) {
    this.subscriber = subscriber;
    this.parkEvent = parkEvent;
  }

  @Override
  public int step(int failures) {
    try {
      return subscriber.handle(failures == 0 ? BATCH : 1);
    } catch (RuntimeException failure) {
      if (failures + 1 < ATTEMPTS || isOfNeighbour(failure)) {
        throw failure;
      }
      LOG.errorf(failure, "%s goes past an event that it cannot handle", subscriber.name());
      parkEvent.park(new ParkEvent.Command(subscriber.name(), failure.getClass().getSimpleName()));
      return 1;
    }
  }

  /** Whether something is away that will be back, and the event is not to blame. */
  private static boolean isOfNeighbour(RuntimeException failure) {
    return failure instanceof DomainException problem && problem.kind() == ErrorKind.UNAVAILABLE;
  }
}
