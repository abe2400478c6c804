package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link EventFeed} promises. */
public abstract class EventFeedContract extends PortContract {

  /** The port under test. */
  protected abstract EventFeed feed();

  /** Gives all events that were committed their places in the log. */
  protected abstract void publishAll();

  /** How many events the subscriber could not handle. */
  protected abstract long parkedBy(String subscriber);

  /** Where events come from. */
  protected abstract Outbox outbox();

  @Test
  void aSubscriberReadsEachEventOnce() {
    String subscriber = unique();
    readAll(subscriber);
    String thing = unique();
    append(thing, "thing.made", "thing.edited", "thing.deleted");
    publishAll();

    assertThat(readAll(subscriber))
        .extracting(PublishedEvent::type)
        .containsExactly("thing.made", "thing.edited", "thing.deleted");
    assertThat(readAll(subscriber)).isEmpty();
  }

  @Test
  void aSubscriberWhoseTransactionFailsReadsTheSameAgain() {
    String subscriber = unique();
    readAll(subscriber);
    append(unique(), "thing.made");
    publishAll();

    rollBack(() -> read(subscriber, 10));

    assertThat(readAll(subscriber)).extracting(PublishedEvent::type).containsExactly("thing.made");
  }

  @Test
  void aPlaceThatAnotherTransactionHasGivesNothing() {
    String subscriber = unique();
    readAll(subscriber);
    append(unique(), "thing.made");
    publishAll();

    inTransaction(
        () -> {
          assertThat(feed().next(subscriber, 10)).isNotEmpty();
          assertThat(inAnotherTransaction(() -> feed().next(subscriber, 10))).isEmpty();
        });
  }

  @Test
  void nodesThatReadAtOnceHandleEachEventOnce() {
    String subscriber = unique();
    readAll(subscriber);
    String thing = unique();
    inTransaction(
        () ->
            outbox()
                .append(
                    IntStream.rangeClosed(1, 100)
                        .mapToObj(number -> OutboxContract.event("thing.edited", thing, number))
                        .toList()));
    publishAll();
    List<Long> handled = Collections.synchronizedList(new ArrayList<>());

    raceInTransactions(
        30,
        () ->
            read(subscriber, 7)
                .forEach(event -> unitOfWork().afterCommit(() -> handled.add(event.sequence()))));
    readAll(subscriber).forEach(event -> handled.add(event.sequence()));

    assertThat(handled).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void whatIsParkedIsCounted() {
    String subscriber = unique();
    inTransaction(() -> feed().next(subscriber, 1));

    inTransaction(() -> feed().park(subscriber, 7, "it is poison", NOW));

    assertThat(parkedBy(subscriber)).isOne();
  }

  private void append(String thing, String... types) {
    inTransaction(
        () -> {
          for (int index = 0; index < types.length; index++) {
            outbox().append(OutboxContract.event(types[index], thing, index + 1));
          }
        });
  }

  private List<PublishedEvent> readAll(String subscriber) {
    List<PublishedEvent> all = new ArrayList<>();
    List<PublishedEvent> batch;
    do {
      batch = inTransaction(() -> read(subscriber, 100));
      all.addAll(batch);
    } while (!batch.isEmpty());
    return all;
  }

  private List<PublishedEvent> read(String subscriber, int limit) {
    List<PublishedEvent> batch = feed().next(subscriber, limit);
    if (!batch.isEmpty()) {
      feed().moveOn(subscriber, batch.getLast().position());
    }
    return batch;
  }
}
