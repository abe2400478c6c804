package dev.quartermaster.messaging.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.events.WatchEvents;
import dev.quartermaster.messaging.shared.Subscriber;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class SubscribersTest {
  private static final int PATIENCE_SECONDS = 30;

  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

  @Test
  void eachIsRunWhenTheLogGrowsAndOneThatFailsHoldsNobodyUp() throws InterruptedException {
    Subscribers subscribers =
        new Subscribers(
            List.of(subscriber("sound", false), subscriber("broken", true)),
            command -> calls.add("parked by " + command.subscriber()),
            watch(),
            true);
    subscribers.start(new StartupEvent());
    assertThat(List.of(next(), next())).containsExactlyInAnyOrder("sound 500", "broken 500");

    watchers.forEach(Runnable::run);

    assertThat(List.of(next(), next())).containsExactlyInAnyOrder("sound 500", "broken 1");
    subscribers.stop(new ShutdownEvent());
  }

  @Test
  void aNodeWhoseSchedulerIsOffRunsNone() {
    Subscribers subscribers =
        new Subscribers(List.of(subscriber("sound", false)), _ -> {}, watch(), false);

    subscribers.start(new StartupEvent());

    assertThat(watchers).isEmpty();
    assertThat(calls).isEmpty();
  }

  private String next() throws InterruptedException {
    return calls.poll(PATIENCE_SECONDS, SECONDS);
  }

  private Subscriber subscriber(String name, boolean isBroken) {
    return new Subscriber() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public int handle(int limit) {
        calls.add(name + " " + limit);
        if (isBroken) {
          throw new IllegalStateException("out of order");
        }
        return 0;
      }
    };
  }

  private WatchEvents watch() {
    return new WatchEvents() {
      @Override
      public void onArrival(Runnable action) {
        throw new AssertionError("subscribers publish nothing");
      }

      @Override
      public void onPublication(Runnable action) {
        watchers.add(action);
      }
    };
  }
}
