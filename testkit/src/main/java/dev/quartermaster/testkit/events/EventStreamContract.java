package dev.quartermaster.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.events.EventStream;
import dev.quartermaster.domain.events.TooManyFollowers;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.testkit.shared.Concurrently;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link EventStream}s promise. */
public abstract class EventStreamContract {
  private static final String ACCOUNT = "user:ada";
  private static final int PAGE = 7;
  private static final int MANY = 1_000;

  private final ConcurrentSkipListMap<Long, PublishedEvent> log = new ConcurrentSkipListMap<>();

  /** A stream that was told of nothing; the same one at each call within a test. */
  protected abstract EventStream stream();

  @Test
  void givesWhatComesToEachWhoFollows() {
    Listener one = follow(Listener.eager(), 0);
    Listener other = follow(Listener.eager(), 0);
    happen(1, 3);
    assertThat(one.placesOf(3)).containsExactly(1L, 2L, 3L);
    assertThat(other.placesOf(3)).containsExactly(1L, 2L, 3L);
    happen(4, 4);
    assertThat(one.placesOf(4)).isEqualTo(places(1, 4));
    assertThat(stream().head()).isEqualTo(4);
  }

  @Test
  void givesOnlyWhatIsWanted() {
    happen(1, 30);
    Listener listener = Listener.eager();
    stream().follow(ACCOUNT, 0, ofOrder("3"), this::page, listener);
    happen(31, 50);
    assertThat(listener.placesOf(5)).containsExactly(3L, 13L, 23L, 33L, 43L);
  }

  @Test
  void goesOnFromAnyPlace() {
    record(1, 20);
    stream().tell(Happenings.between(11, 20));
    for (int place = 0; place <= 20; place++) {
      Listener listener = follow(Listener.eager(), place);
      assertThat(listener.placesOf(20 - place)).isEqualTo(places(place + 1L, 20));
      listener.cancel();
    }
    Listener all = follow(Listener.eager(), 0);
    happen(21, 25);
    assertThat(all.placesOf(25)).isEqualTo(places(1, 25));
  }

  @Test
  void givesNoMoreThanIsTaken() {
    Listener listener = follow(Listener.taking(2), 0);
    happen(1, 5);
    assertThat(listener.placesOf(2)).containsExactly(1L, 2L);
    listener.take(1);
    assertThat(listener.placesOf(3)).containsExactly(1L, 2L, 3L);
    listener.take(Long.MAX_VALUE);
    listener.take(Long.MAX_VALUE);
    assertThat(listener.placesOf(5)).isEqualTo(places(1, 5));
  }

  @Test
  void looksUpWhatNobodyRemembers() {
    Listener listener = follow(Listener.taking(1), 0);
    int last = EventStream.REMEMBERED + 20;
    happen(1, last);
    assertThat(listener.placesOf(1)).containsExactly(1L);
    listener.take(Long.MAX_VALUE);
    happen(last + 1, last + 10);
    assertThat(listener.placesOf(last + 10)).isEqualTo(places(1, last + 10));
  }

  @Test
  void looksUpWhatItWasNotToldOf() {
    Listener listener = follow(Listener.eager(), 0);
    happen(1, 2);
    record(3, 9);
    happen(10, 11);
    assertThat(listener.placesOf(11)).isEqualTo(places(1, 11));
  }

  @Test
  void isToldTwiceAndGivesOnce() {
    Listener listener = follow(Listener.eager(), 0);
    happen(1, 5);
    stream().tell(Happenings.between(3, 5));
    stream().tell(List.of());
    happen(6, 6);
    assertThat(listener.placesOf(6)).isEqualTo(places(1, 6));
    assertThat(stream().head()).isEqualTo(6);
  }

  @Test
  void givesNothingToOneThatLeft() {
    Listener gone = follow(Listener.eager(), 0);
    Listener other = follow(Listener.eager(), 0);
    happen(1, 1);
    gone.cancel();
    happen(2, 2);
    assertThat(other.placesOf(2)).containsExactly(1L, 2L);
    assertThat(gone.places()).containsExactly(1L);
    assertThat(gone.hasEnded()).isFalse();
  }

  @Test
  void endsWithWhatKeptItFromLookingUp() {
    IllegalStateException gone = new IllegalStateException("the log is gone");
    stream().tell(Happenings.between(10, 11));
    Listener listener = Listener.eager();
    stream()
        .follow(
            ACCOUNT,
            0,
            _ -> true,
            _ -> {
              throw gone;
            },
            listener);
    assertThat(listener.end()).containsSame(gone);
    assertThat(listener.places()).isEmpty();
  }

  @Test
  void endsForOneThatAsksForNothing() {
    Listener listener = follow(Listener.taking(1), 0);
    listener.take(0);
    assertThat(listener.end()).containsInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasRoomForSoManyOfAnAccount() {
    List<Listener> listeners = new ArrayList<>();
    assertThatExceptionOfType(TooManyFollowers.class)
        .isThrownBy(
            () -> {
              while (listeners.size() < MANY) {
                listeners.add(follow(Listener.eager(), 0));
              }
            });
    Listener other = Listener.eager();
    stream().follow("user:bob", 0, _ -> true, this::page, other);
    listeners.getFirst().cancel();
    Listener next = follow(Listener.eager(), 0);
    happen(1, 1);
    assertThat(next.placesOf(1)).containsExactly(1L);
    assertThat(other.placesOf(1)).containsExactly(1L);
  }

  @Test
  void losesNothingForWhoComesWhileItIsTold() {
    CompletableFuture<Boolean> telling =
        Concurrently.start(
            () -> {
              for (int place = 1; place <= MANY; place++) {
                happen(place, place);
              }
              return true;
            });
    List<Listener> listeners = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      listeners.add(follow(Listener.eager(), 0));
    }
    assertThat(Concurrently.result(telling)).isTrue();
    assertThat(listeners)
        .allSatisfy(listener -> assertThat(listener.placesOf(MANY)).isEqualTo(places(1, MANY)));
  }

  private Listener follow(Listener listener, long after) {
    stream().follow(ACCOUNT, after, _ -> true, this::page, listener);
    return listener;
  }

  private void happen(long first, long last) {
    record(first, last);
    stream().tell(Happenings.between(first, last));
  }

  private void record(long first, long last) {
    Happenings.between(first, last).forEach(event -> log.put(event.position(), event));
  }

  private List<PublishedEvent> page(long place) {
    return log.tailMap(place, false).values().stream().limit(PAGE).toList();
  }

  private static Predicate<PublishedEvent> ofOrder(String id) {
    return event -> event.aggregateId().equals(id);
  }

  private static List<Long> places(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
