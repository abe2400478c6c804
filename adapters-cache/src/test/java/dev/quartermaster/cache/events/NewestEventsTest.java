package dev.quartermaster.cache.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.events.EventStream;
import dev.quartermaster.domain.shared.SlowFollower;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.events.EventStreamContract;
import dev.quartermaster.testkit.events.Happenings;
import dev.quartermaster.testkit.events.Listener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link EventStreamContract} on a node's memory, and what it bears. */
class NewestEventsTest extends EventStreamContract {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<NewestEvents> begun = new ArrayList<>();
  private final NewestEvents stream = begin(20_000, 20, LONG);

  @AfterEach
  void stop() {
    begun.forEach(node -> node.stop(new ShutdownEvent()));
  }

  @Override
  protected EventStream stream() {
    return stream;
  }

  @Test
  void endsOneThatTakesNothingForLong() {
    NewestEvents node = begin(10, 10, Duration.ofMillis(60));
    Listener slow = follow(node, "user:ada", Listener.taking(1));
    Listener idle = follow(node, "user:ada", Listener.taking(2));
    Listener quick = follow(node, "user:ada", Listener.eager());
    node.tell(Happenings.between(1, 1));

    assertThat(slow.end()).containsInstanceOf(SlowFollower.class);
    node.tell(Happenings.between(2, 2));
    assertThat(slow.places()).containsExactly(1L);
    assertThat(idle.placesOf(2)).containsExactly(1L, 2L);
    assertThat(quick.placesOf(2)).containsExactly(1L, 2L);
    assertThat(meters.counter("quartermaster.live.slow.closed").count()).isPositive();
    assertThat(meters.counter("quartermaster.live.events.sent").count()).isEqualTo(5);
  }

  @Test
  void hasRoomForSoMany() {
    NewestEvents node = begin(3, 3, LONG);
    List<Listener> listeners = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      listeners.add(follow(node, "user:" + number, Listener.eager()));
    }
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> follow(node, "user:ada", Listener.eager()));
    listeners.getFirst().cancel();
    Listener next = follow(node, "user:ada", Listener.eager());
    node.tell(Happenings.between(1, 1));
    assertThat(next.placesOf(1)).containsExactly(1L);
  }

  @Test
  void endsAllWhenItStops() {
    Listener listener = follow(stream, "user:ada", Listener.eager());
    stream.stop(new ShutdownEvent());
    assertThat(listener.end()).isEmpty();
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> follow(stream, "user:ada", Listener.eager()));
  }

  private static Listener follow(NewestEvents node, String account, Listener listener) {
    node.follow(account, 0, _ -> true, _ -> List.of(), listener);
    return listener;
  }

  private NewestEvents begin(int all, int ofAccount, Duration patience) {
    NewestEvents node =
        new NewestEvents(new NewestEvents.FollowerLimits(all, ofAccount, 4, patience), meters);
    begun.add(node);
    return node;
  }
}
