package dev.quartermaster.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.events.EventSink;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link EventSink} promises. */
public abstract class EventSinkContract {
  private static final SequentialIdentifiers IDENTIFIERS = new SequentialIdentifiers();

  /** The port under test, which is open. */
  protected abstract EventSink sink();

  /** The ids of the events of a thing that are there, in the order in which they are read. */
  protected abstract List<UUID> idsOf(String aggregateId);

  /** Something that happened to a thing. */
  protected static PublishedEvent event(String aggregateId, long sequence) {
    return new PublishedEvent(
        sequence,
        IDENTIFIERS.next(),
        "thing.edited",
        1,
        "thing",
        aggregateId,
        sequence,
        Optional.of(new UserId(IDENTIFIERS.next())),
        "system:contract",
        Optional.of("request-1"),
        Instant.parse("2026-03-01T10:15:30.123456Z"),
        Map.of("name", "lamp", "size", 3));
  }

  @Test
  void whatWasSentIsThereInItsOrder() {
    String thing = IDENTIFIERS.next().toString();
    String other = IDENTIFIERS.next().toString();
    List<PublishedEvent> events =
        IntStream.rangeClosed(1, 200)
            .mapToObj(number -> event(number % 3 == 0 ? other : thing, number))
            .toList();

    sink().send(events.subList(0, 150));
    sink().send(events.subList(150, 200));

    assertThat(idsOf(thing)).isEqualTo(ids(events, thing));
    assertThat(idsOf(other)).isEqualTo(ids(events, other));
  }

  @Test
  void whatIsSentTwiceHasTheSameId() {
    String thing = IDENTIFIERS.next().toString();
    PublishedEvent event = event(thing, 1);

    sink().send(List.of(event));
    sink().send(List.of(event));

    assertThat(idsOf(thing)).containsExactly(event.id(), event.id());
  }

  @Test
  void sendingNothingIsNothing() {
    sink().send(List.of());

    assertThat(sink().isOpen()).isTrue();
  }

  private static List<UUID> ids(List<PublishedEvent> events, String aggregateId) {
    return events.stream()
        .filter(event -> event.aggregateId().equals(aggregateId))
        .map(PublishedEvent::id)
        .toList();
  }
}
