package dev.quartermaster.messaging.shared;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WokenLoopTest {
  private static final int PATIENCE_SECONDS = 30;

  private final AtomicInteger left = new AtomicInteger();
  private final BlockingQueue<String> steps = new LinkedBlockingQueue<>();
  private final AtomicInteger failuresToCome = new AtomicInteger();
  private final WokenLoop loop = new WokenLoop("loop", this::step);

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void looksOnceWhenItStartsAndAgainWhenItIsWoken() throws InterruptedException {
    loop.start();
    assertThat(next()).isEqualTo("0 left, 0 failures");

    left.set(2);
    loop.wake();

    assertThat(next()).isEqualTo("2 left, 0 failures");
    assertThat(next()).isEqualTo("1 left, 0 failures");
    assertThat(next()).isEqualTo("0 left, 0 failures");
  }

  @Test
  void triesAgainWithoutBeingWokenAfterAFailure() throws InterruptedException {
    failuresToCome.set(2);
    left.set(1);
    loop.start();
    assertThat(next()).isEqualTo("1 left, 0 failures");

    assertThat(next()).isEqualTo("1 left, 1 failures");
    assertThat(next()).isEqualTo("1 left, 2 failures");
    assertThat(next()).isEqualTo("0 left, 2 failures");
    loop.wake();
    assertThat(next()).isEqualTo("0 left, 0 failures");
  }

  @Test
  void doesNothingOnceItIsStopped() throws InterruptedException {
    loop.start();
    assertThat(next()).isNotNull();

    loop.stop();
    loop.wake();

    assertThat(steps).isEmpty();
  }

  private String next() throws InterruptedException {
    return steps.poll(PATIENCE_SECONDS, SECONDS);
  }

  @Test
  void oneThatNeverBeganCanBeStopped() {
    new WokenLoop("idle", this::step).stop();

    assertThat(steps).isEmpty();
  }

  private int step(int failures) {
    steps.add(left.get() + " left, " + failures + " failures");
    if (failuresToCome.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
      throw new IllegalStateException("out of order");
    }
    return left.getAndUpdate(count -> Math.max(0, count - 1));
  }
}
