package dev.quartermaster.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills nodes one after the other, but never the last one that is ready. */
final class Kills {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Fleet fleet;
  private final Duration between;
  private final Random random;
  private final AtomicInteger count = new AtomicInteger();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Optional<Future<?>> running = Optional.empty();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param between how long a kill follows another, on average
   * @param seed decides which node is killed when
   */
  Kills(Fleet fleet, Duration between, long seed) {
    this.fleet = fleet;
    this.between = between;
    this.random = new Random(seed);
  }

  /** Begins; goes on until {@link #stop()}. */
  void begin() {
    running = Optional.of(Tasks.begin(executor, this::kill));
  }

  /** Waits until what is under way is over, and kills no more. */
  void stop() throws InterruptedException {
    stopped.countDown();
    if (running.isPresent()) {
      Tasks.await(running.get());
    }
    executor.close();
  }

  /** How many nodes were killed by now. */
  int count() {
    return count.get();
  }

  /** Pauses last from half to one and a half of the average. */
  private void kill() throws InterruptedException {
    long average = between.toMillis();
    while (!isStoppedWithin(Duration.ofMillis(average / 2 + random.nextLong(average + 1)))) {
      boolean isKilled = fleet.killOne(random);
      while (!isKilled && !isStoppedWithin(BETWEEN_LOOKS)) {
        isKilled = fleet.killOne(random);
      }
      if (isKilled) {
        count.incrementAndGet();
      }
    }
  }

  private boolean isStoppedWithin(Duration time) throws InterruptedException {
    return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
