package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.Outbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Outbox} promises. */
public abstract class OutboxContract extends PortContract {

  /** The port under test. */
  protected abstract Outbox outbox();

  /** The types of a thing's events that were committed, the oldest first. */
  protected abstract List<String> typesOf(String aggregateId);

  /** Something that happened to a thing, as its version of that number. */
  public static DomainEvent event(String type, String aggregateId, long sequence) {
    return new DomainEvent(
        type,
        1,
        "thing",
        aggregateId,
        sequence,
        Optional.empty(),
        new Actor.SystemProcess("contract"),
        NOW,
        Optional.empty(),
        Map.of("name", "lamp", "size", 3, "parts", List.of(Map.of("isSpare", true))));
  }

  @Test
  void anEventIsThereOnceItsTransactionHasCommitted() {
    String thing = unique();

    inTransaction(
        () -> {
          outbox().append(event("thing.made", thing, 1));
          assertThat(inAnotherTransaction(() -> typesOf(thing))).isEmpty();
        });

    assertThat(typesOf(thing)).containsExactly("thing.made");
  }

  @Test
  void whatWasRolledBackDidNotHappen() {
    String thing = unique();

    rollBack(() -> outbox().append(event("thing.made", thing, 1)));

    assertThat(typesOf(thing)).isEmpty();
  }

  @Test
  void manyEventsAreAppendedInTheirOrder() {
    String thing = unique();
    List<String> types = IntStream.range(0, 1_000).mapToObj(number -> "thing." + number).toList();

    inTransaction(
        () ->
            outbox()
                .append(
                    IntStream.range(0, 1_000)
                        .mapToObj(number -> event(types.get(number), thing, number + 1))
                        .toList()));

    assertThat(typesOf(thing)).isEqualTo(types);
  }

  @Test
  void appendingNothingIsNothing() {
    inTransaction(() -> outbox().append(List.of()));
  }

  @Test
  void writersDoNotWaitForOneAnother() {
    String thing = unique();
    inTransaction(
        () -> {
          outbox().append(event("thing.made", thing, 1));
          inAnotherTransaction(
              () -> {
                outbox().append(event("thing.edited", thing, 2));
                return true;
              });
        });
    assertThat(typesOf(thing)).containsExactlyInAnyOrder("thing.made", "thing.edited");
  }
}
