package dev.quartermaster.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of a sale.
 *
 * @param timeline what happened when
 * @param opened when the first buyer came
 * @param closed when the last one had gone
 * @param converged how long it took until nothing was under way any more; none when too long
 * @param kills how often a node was killed
 * @param retries what buyers had to send again, by what they were answered
 * @param orders how many there are of each status
 * @param verdicts on each promise
 */
record SaleResult(
    Timeline timeline,
    Duration opened,
    Duration closed,
    Optional<Duration> converged,
    int kills,
    Tally retries,
    List<String> orders,
    List<Verdict> verdicts) {
  SaleResult {
    orders = List.copyOf(orders);
    verdicts = List.copyOf(verdicts);
  }

  /** What was done to the cluster, in the order in which it began. */
  List<Timeline.Outage> faults() {
    return timeline.outages().stream()
        .filter(outage -> outage.from().compareTo(opened) >= 0)
        .sorted(Comparator.comparing(Timeline.Outage::from))
        .toList();
  }

  boolean isKept() {
    return verdicts.stream().allMatch(Verdict::isKept);
  }
}
