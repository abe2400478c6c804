package dev.quartermaster.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows how far a number of like tasks has come, from the creation of this object to its close. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;

  private final Screen screen;
  private final String phase;
  private final int total;
  private final AtomicInteger done = new AtomicInteger();
  private final long start = System.nanoTime();
  private final CountDownLatch finished = new CountDownLatch(1);

  Progress(Screen screen, String phase, int total) {
    this.screen = screen;
    this.phase = phase;
    this.total = total;
    Thread.ofVirtual().start(this::drawUntilFinished);
  }

  void step() {
    done.incrementAndGet();
  }

  private void drawUntilFinished() {
    try {
      while (!finished.await(screen.terminal() ? 200 : 1_000, TimeUnit.MILLISECONDS)) {
        screen.draw(line());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private String line() {
    return line(phase, done.get(), total, Duration.ofNanos(System.nanoTime() - start));
  }

  /** What is shown, such as {@code orders [####....] 362/724 41/s 9 s}. */
  static String line(String phase, int done, int total, Duration elapsed) {
    int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
    return "%-16s [%s%s] %d/%d  %.0f/s  %d s"
        .formatted(
            phase,
            "#".repeat(filled),
            ".".repeat(WIDTH - filled),
            done,
            total,
            done / Math.max(0.001, elapsed.toMillis() / 1_000.0),
            elapsed.toSeconds());
  }

  @Override
  public void close() {
    finished.countDown();
    screen.drawLast(line());
  }
}
