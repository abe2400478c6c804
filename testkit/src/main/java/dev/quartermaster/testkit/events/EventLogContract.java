package dev.quartermaster.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.events.EventGap;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventLogState;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.OutboxContract;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link EventLog} promises. */
public abstract class EventLogContract extends PortContract {

  /** The port under test. */
  protected abstract EventLog log();

  /** The log as subscribers read it. */
  protected abstract EventFeed feed();

  /** Where events come from. */
  protected abstract Outbox outbox();

  @Test
  void whatWasCommittedGetsThePlacesBehindTheHead() {
    publishAll();
    long head = log().head();
    String thing = unique();
    append(thing, "thing.made", "thing.edited");

    publishAll();

    assertThat(of(thing))
        .extracting(PublishedEvent::type)
        .containsExactly("thing.made", "thing.edited");
    assertThat(of(thing).getFirst().position()).isGreaterThan(head);
    assertThat(log().missing()).isZero();
  }

  @Test
  void anEventKeepsAllThatIsKnownOfIt() {
    String thing = unique();
    UserId owner = new UserId(IDENTIFIERS.next());
    DomainEvent made = OutboxContract.event("thing.made", thing, 1);
    DomainEvent owned =
        new DomainEvent(
                made.type(),
                2,
                made.aggregateType(),
                thing,
                1,
                Optional.of(owner),
                made.actor(),
                NOW,
                Optional.empty(),
                made.data())
            .doneFor("request-1");
    inTransaction(() -> outbox().append(owned));

    publishAll();

    PublishedEvent published = of(thing).getFirst();
    assertThat(published)
        .isEqualTo(
            new PublishedEvent(
                published.position(),
                published.id(),
                "thing.made",
                2,
                "thing",
                thing,
                1,
                Optional.of(owner),
                "system:contract",
                Optional.of("request-1"),
                NOW,
                made.data()));
  }

  @Test
  void publishesNoMoreThanIsAsked() {
    publishAll();
    append(unique(), "thing.made", "thing.edited", "thing.deleted");

    assertThat(inTransaction(() -> log().publish(2))).isEqualTo(2);
    assertThat(inTransaction(() -> log().publish(2))).isEqualTo(1);
    assertThat(inTransaction(() -> log().publish(2))).isZero();
  }

  @Test
  void publishersAtOnceLeaveNoPlaceEmptyAndGiveNoneTwice() {
    String thing = unique();
    AtomicInteger sequence = new AtomicInteger();
    raceInTransactions(
        20,
        () -> {
          outbox().append(OutboxContract.event("thing.raced", thing, sequence.incrementAndGet()));
          log().publish(3);
        });
    publishAll();

    assertThat(of(thing)).hasSize(THREADS * 20);
    assertThat(of(thing)).extracting(PublishedEvent::position).doesNotHaveDuplicates();
    assertThat(log().missing()).isZero();
  }

  @Test
  void whatWasRolledBackIsNeverPublished() {
    String thing = unique();
    rollBack(() -> outbox().append(OutboxContract.event("thing.made", thing, 1)));

    publishAll();

    assertThat(of(thing)).isEmpty();
  }

  @Test
  void eachPartOfAFilterNarrows() {
    String thing = unique();
    UserId owner = new UserId(IDENTIFIERS.next());
    append(thing, "thing.made", "thing.edited");
    publishAll();

    assertThat(found(new EventFilter(Set.of("thing.edited"), id("thing"), id(thing), none())))
        .hasSize(1);
    assertThat(found(new EventFilter(Set.of("thing.gone"), id("thing"), id(thing), none())))
        .isEmpty();
    assertThat(found(new EventFilter(Set.of(), id("other"), id(thing), none()))).isEmpty();
    assertThat(found(new EventFilter(Set.of(), id("thing"), id(thing), Optional.of(owner))))
        .isEmpty();
    long first = of(thing).getFirst().position();
    assertThat(log().after(first, EventFilter.of("thing", thing), 10))
        .extracting(PublishedEvent::type)
        .containsExactly("thing.edited");
  }

  @Test
  void aVersionThatIsLackingOrThereTwiceIsFound() {
    String thing = unique();
    inTransaction(
        () ->
            LongStream.of(4, 5, 7, 7)
                .forEach(
                    sequence ->
                        outbox().append(OutboxContract.event("thing.edited", thing, sequence))));
    publishAll();
    List<PublishedEvent> events = of(thing);

    assertThat(log().gaps(1_000))
        .filteredOn(gap -> gap.aggregateId().equals(thing))
        .containsExactly(
            new EventGap("thing", thing, events.get(2).position(), 6, 7),
            new EventGap("thing", thing, events.get(3).position(), 8, 7));
  }

  @Test
  void whatWaitsIsCounted() {
    publishAll();
    append(unique(), "thing.made", "thing.edited");

    assertThat(log().state().waiting()).isEqualTo(2);
    assertThat(log().state().oldestWaiting()).contains(NOW);
    publishAll();
    assertThat(log().state().waiting()).isZero();
    assertThat(log().state().oldestWaiting()).isEmpty();
    assertThat(log().state().head()).isEqualTo(log().head());
  }

  @Test
  void whatIsOldAndReadByAllIsForgottenFromTheBeginning() {
    append(unique(), "thing.made");
    publishAll();
    rollBack(
        () -> {
          readByAll();
          log().forgetBefore(NOW.plus(Duration.ofDays(1)), 100_000);
          assertThat(log().after(0, EventFilter.all(), 1)).isEmpty();
          assertThat(log().missing()).isZero();
        });
  }

  @Test
  void whatIsNotOldOrNotReadByAllIsKept() {
    String thing = unique();
    String slow = unique();
    inTransaction(() -> feed().next(slow, 1));
    append(thing, "thing.made");
    publishAll();
    rollBack(
        () -> {
          log().forgetBefore(NOW.plus(Duration.ofDays(1)), 100_000);
          assertThat(of(thing)).as("not read by all").hasSize(1);
          readByAll();
          log().forgetBefore(NOW, 100_000);
          assertThat(of(thing)).as("not old").hasSize(1);
        });
  }

  @Test
  void tellsWhatHappenedInATimeInItsOrder() {
    Instant from = NOW.minus(Duration.ofDays(4_000));
    Instant to = from.plusMillis(2);
    String before = happened(from.minusMillis(1));
    String second = happened(from.plusMillis(1));
    String first = happened(from);
    String after = happened(to);
    publishAll();

    List<PublishedEvent> found = log().between(from, to, 0, 10);

    assertThat(found)
        .extracting(PublishedEvent::aggregateId)
        .containsExactly(second, first)
        .doesNotContain(before, after);
    assertThat(log().between(from, to, 0, 1)).containsExactly(found.getFirst());
    assertThat(log().between(from, to, found.getFirst().position(), 10))
        .containsExactly(found.getLast());
    assertThat(log().between(from, to, found.getLast().position(), 10)).isEmpty();
  }

  private String happened(Instant at) {
    String thing = unique();
    DomainEvent event = OutboxContract.event("thing.made", thing, 1);
    inTransaction(
        () ->
            outbox()
                .append(
                    new DomainEvent(
                        event.type(),
                        event.schemaVersion(),
                        event.aggregateType(),
                        thing,
                        1,
                        event.owner(),
                        event.actor(),
                        at,
                        event.requestId(),
                        event.data())));
    return thing;
  }

  private void readByAll() {
    for (EventLogState.Subscriber subscriber : log().state().subscribers()) {
      feed().next(subscriber.name(), 1);
      feed().moveOn(subscriber.name(), log().head());
    }
  }

  private List<PublishedEvent> found(EventFilter filter) {
    return log().after(0, filter, 10);
  }

  private static Optional<String> id(String text) {
    return Optional.of(text);
  }

  private static Optional<UserId> none() {
    return Optional.empty();
  }

  private List<PublishedEvent> of(String thing) {
    return log().after(0, EventFilter.of("thing", thing), 1_000);
  }

  private void append(String thing, String... types) {
    inTransaction(
        () -> {
          for (int index = 0; index < types.length; index++) {
            outbox().append(OutboxContract.event(types[index], thing, index + 1));
          }
        });
  }

  private void publishAll() {
    while (inTransaction(() -> log().publish(100)) > 0) {
      // The rest follows.
    }
  }
}
