package dev.quartermaster.testkit.events;

import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventNotices;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.OutboxContract;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What {@link EventNotices} promises. */
public abstract class EventNoticesContract extends PortContract {

  /** The port under test. */
  protected abstract EventNotices notices();

  /** The log that grows. */
  protected abstract EventLog log();

  /** Where events come from. */
  protected abstract Outbox outbox();

  @Test
  void whatThisNodeCommitsIsNoticed() {
    CountDownLatch noticed = new CountDownLatch(1);
    notices().onArrival(noticed::countDown);

    inTransaction(() -> outbox().append(OutboxContract.event("thing.made", unique(), 1)));

    Concurrently.await(noticed);
  }

  @Test
  void whatIsPublishedIsNoticedOnceItIsThere() {
    String thing = unique();
    CountDownLatch noticed = new CountDownLatch(1);
    notices()
        .onPublication(
            () -> {
              if (log().head() > 0) {
                noticed.countDown();
              }
            });
    inTransaction(() -> outbox().append(OutboxContract.event("thing.made", thing, 1)));

    inTransaction(() -> log().publish(1_000));

    Concurrently.await(noticed);
  }

  @Test
  void allWhoWatchAreTold() {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    notices().onArrival(first::countDown);
    notices().onArrival(second::countDown);

    inTransaction(() -> outbox().append(OutboxContract.event("thing.made", unique(), 1)));

    Concurrently.await(first);
    Concurrently.await(second);
  }
}
