package dev.quartermaster.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
  private final AtomicInteger runs = new AtomicInteger();
  private final Throttle throttle = new Throttle(PAUSE, clock::get, runs::incrementAndGet);

  @Test
  void runsAtOnceWhenItDidNotLately() {
    throttle.request();
    assertThat(runs).hasValue(1);
    pass(PAUSE);
    throttle.request();
    assertThat(runs).hasValue(2);
  }

  @Test
  void runsOnceForManyRequestsAfterThePause() {
    throttle.request();
    for (int request = 0; request < 100; request++) {
      throttle.request();
    }
    assertThat(runs).hasValue(1);
    pass(PAUSE.minusNanos(1));
    throttle.runIfDue();
    assertThat(runs).hasValue(1);
    pass(Duration.ofNanos(1));
    throttle.runIfDue();
    throttle.runIfDue();
    assertThat(runs).hasValue(2);
  }

  @Test
  void runsNeverUnasked() {
    pass(PAUSE);
    throttle.runIfDue();
    assertThat(runs).hasValue(0);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
