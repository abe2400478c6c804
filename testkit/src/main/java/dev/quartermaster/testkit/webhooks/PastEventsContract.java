package dev.quartermaster.testkit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.webhooks.PastEvents;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link PastEvents} promise. */
public abstract class PastEventsContract extends PortContract {
  /** The port under test. */
  protected abstract PastEvents events();

  /** The beginning of a time in which little else happens, and which is kept. */
  protected abstract Instant begin();

  /** Lets something happen to that thing at that time. */
  protected abstract void happened(String thing, Instant at);

  @Test
  void tellsWhatHappenedInATimeInTheOrderOfTheLog() {
    String before = unique();
    String first = unique();
    String second = unique();
    String after = unique();
    happened(before, begin().minusMillis(1));
    happened(second, begin().plusMillis(1));
    happened(first, begin());
    happened(after, begin().plusMillis(2));

    List<PublishedEvent> found = between(0, 100);

    assertThat(found).extracting(PublishedEvent::aggregateId).containsSubsequence(second, first);
    assertThat(found).extracting(PublishedEvent::aggregateId).doesNotContain(before, after);
    assertThat(between(0, 1)).containsExactly(found.getFirst());
    assertThat(between(found.getFirst().position(), 100)).isEqualTo(found.subList(1, found.size()));
    assertThat(between(found.getLast().position(), 100)).isEmpty();
  }

  private List<PublishedEvent> between(long position, int limit) {
    return inTransaction(() -> events().between(begin(), begin().plusMillis(2), position, limit));
  }
}
