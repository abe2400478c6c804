package dev.quartermaster.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** How long each of a number of requests took. */
final class Latencies {
  private final List<Duration> sorted;

  Latencies(Collection<Duration> latencies) {
    this.sorted = latencies.stream().sorted().toList();
  }

  /**
   * The time that so many of a hundred requests stayed within: the smallest one measured for which
   * that holds (the nearest rank). Zero when nothing was measured.
   */
  Duration percentile(int percent) {
    if (sorted.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }
}
