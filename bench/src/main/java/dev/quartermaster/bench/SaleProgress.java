package dev.quartermaster.bench;

import dev.quartermaster.bench.Timeline.Event;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows how a sale goes, from the creation of this object to its close. */
final class SaleProgress implements AutoCloseable {
  private static final Duration RATE_OVER = Duration.ofSeconds(3);

  private final Screen screen;
  private final Timeline timeline;
  private final Fleet fleet;
  private final Faults faults;
  private final CountDownLatch finished = new CountDownLatch(1);

  SaleProgress(Screen screen, Timeline timeline, Fleet fleet, Faults faults) {
    this.screen = screen;
    this.timeline = timeline;
    this.fleet = fleet;
    this.faults = faults;
    Thread.ofVirtual().start(this::drawUntilFinished);
  }

  private void drawUntilFinished() {
    try {
      while (!finished.await(screen.terminal() ? 250 : 2_000, TimeUnit.MILLISECONDS)) {
        screen.draw(line());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private String line() {
    return "%3d s  %d orders, %d paid, %d turned away  %d/s  nodes %d/%d  kills %d  %s"
        .formatted(
            timeline.now().toSeconds(),
            timeline.total(Event.ORDER),
            timeline.total(Event.PAYMENT),
            timeline.total(Event.REFUSAL),
            rate(),
            fleet.ready().size(),
            fleet.size(),
            faults.kills(),
            faults.now());
  }

  /** Buyers served in a second, lately. */
  private long rate() {
    int second = (int) timeline.now().toSeconds();
    long served = 0;
    for (int past = second - 1; past >= Math.max(0, second - RATE_OVER.toSeconds()); past--) {
      served += timeline.count(Event.ORDER, past) + timeline.count(Event.REFUSAL, past);
    }
    return served / RATE_OVER.toSeconds();
  }

  @Override
  public void close() {
    finished.countDown();
    screen.drawLast(line());
  }
}
