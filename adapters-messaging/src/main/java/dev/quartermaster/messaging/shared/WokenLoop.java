package dev.quartermaster.messaging.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does the same work again and again, on a virtual thread, whenever it was woken: until nothing is
 * left. Work that fails is tried again after pauses that grow from one second to thirty.
 */
public final class WokenLoop {
  private static final Logger LOG = Logger.getLogger(WokenLoop.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

  private final String name;
  private final Work work;
  private final Semaphore calls = new Semaphore(1);
  private final Semaphore stop = new Semaphore(0);
  private final Thread thread;

  /**
   * @param name what the log calls it
   */
  public WokenLoop(String name, Work work) {
    this.name = name;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /** Begins, with a first look at once. */
  public void start() {
    thread.start();
  }

  /** Has it look for work; does not wait. */
  public void wake() {
    if (calls.availablePermits() == 0) {
      calls.release();
    }
  }

  /**
   * Ends it after the step that it is at, and waits for that, but no longer than 10 s; nothing if
   * it was never started.
   */
  public void stop() {
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    stop.release();
    wake();
    try {
      thread.join(TIME_TO_STOP);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    int failures = 0;
    while (true) {
      try {
        if (failures == 0) {
          calls.acquire();
          calls.drainPermits();
        } else if (stop.tryAcquire(pause(failures).toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return;
      }
      if (stop.availablePermits() > 0) {
        return;
      }
      failures = runOnce(failures);
    }
  }

  private int runOnce(int failures) {
    try {
      while (stop.availablePermits() == 0 && work.step(failures) > 0) {
        // The rest follows.
      }
      return 0;
    } catch (RuntimeException failure) {
      LOG.warnf("%s failed %d times in a row: %s", name, failures + 1, failure);
      LOG.debug("the last failure", failure);
      return failures + 1;
    }
  }

  private static Duration pause(int failures) {
    long millis =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures - 1, 5));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
  }

  /** What a loop does. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does a part of the work.
     *
     * @param failures how often it has failed since it last succeeded
     * @return how much was done; 0 when nothing is left for now
     */
    int step(int failures);
  }
}
