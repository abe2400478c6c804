package dev.quartermaster.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.testkit.shared.Concurrently;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class CircuitBreakerTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AtomicLong clock = new AtomicLong();
  private final CircuitBreaker breaker = new CircuitBreaker(PAUSE, clock::get);

  @Test
  void letsAllTryUntilOneFails() {
    assertThat(breaker.lets()).isTrue();
    assertThat(breaker.lets()).isTrue();
    breaker.failed();
    assertThat(breaker.lets()).isFalse();
  }

  @Test
  void letsOneTryAfterAPauseAndAllOnceItSucceeded() {
    breaker.failed();
    pass(PAUSE);
    assertThat(Concurrently.inThreads(8, breaker::lets)).containsOnlyOnce(true);
    breaker.succeeded();
    assertThat(breaker.lets()).isTrue();
    assertThat(breaker.lets()).isTrue();
  }

  @Test
  void pausesAgainWhenThatOneFailsOrNeverReturns() {
    breaker.failed();
    pass(PAUSE);
    assertThat(breaker.lets()).isTrue();
    pass(PAUSE.minusNanos(1));
    assertThat(breaker.lets()).isFalse();
    breaker.failed();
    pass(PAUSE.minusNanos(1));
    assertThat(breaker.lets()).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(breaker.lets()).isTrue();
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
