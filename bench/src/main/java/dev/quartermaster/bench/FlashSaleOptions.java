package dev.quartermaster.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What {@code bench/flash-sale} is asked to do.
 *
 * @param buyers how many come
 * @param units how many pieces there are for them
 * @param nodes how many nodes take their orders
 * @param duration over what time the buyers come
 * @param clients how many of them are served at once
 * @param betweenKills how long a kill of a node follows another, on average
 * @param seed decides which node is killed when
 * @param report where to write the report
 */
record FlashSaleOptions(
    int buyers,
    int units,
    int nodes,
    Duration duration,
    int clients,
    Duration betweenKills,
    int seed,
    Optional<Path> report) {
  private static final int LONGEST_SECONDS = 180;

  static final String HELP =
      """
      usage: bench/flash-sale [option...]
      Sells scarce goods to a crowd on loopback while nodes are killed, Redis hangs and PostgreSQL
      crashes, and checks from the outside that nothing was oversold, lost or done twice. Starts all
      that it needs, and ends it.
        --buyers N             who want a piece each, 50000 by default
        --units N              pieces on sale, laid in in five parts; 10000 by default
        --nodes N              nodes behind the balancer, 2 by default, 5 at the most
        --seconds N            over what time the buyers come, 120 by default, 180 at the most
        --clients N            how many of them are served at once, 64 by default
        --kill-every N         seconds from one kill of a node to the next, on average; 6 by default
        --seed N               which node is killed when; by chance by default
        --out FILE             write the report to a file in Markdown, with its picture beside it
      exit code: 0 all is well; 1 something was oversold, lost or done twice, or the sale could not be
      held; 2 the command line makes no sense
      """;

  /** The command line that does the same again, but for the report. */
  String line() {
    return "--buyers %d --units %d --nodes %d --seconds %d --clients %d --kill-every %d --seed %d"
        .formatted(
            buyers, units, nodes, duration.toSeconds(), clients, betweenKills.toSeconds(), seed);
  }

  /**
   * Reads the command line.
   *
   * @throws InvalidArguments when it makes no sense
   */
  static FlashSaleOptions parse(List<String> line) {
    Arguments arguments =
        Arguments.parse(
            line,
            Set.of(
                "--buyers",
                "--units",
                "--nodes",
                "--seconds",
                "--clients",
                "--kill-every",
                "--seed",
                "--out"));
    if (!arguments.files().isEmpty()) {
      throw new InvalidArguments("unexpected: " + String.join(" ", arguments.files()));
    }
    return new FlashSaleOptions(
        arguments.number("--buyers", 50_000, 1_000_000),
        arguments.number("--units", 10_000, 1_000_000),
        arguments.number("--nodes", 2, Cluster.MOST_NODES),
        Duration.ofSeconds(arguments.number("--seconds", 120, LONGEST_SECONDS)),
        arguments.number("--clients", 64, 1_000),
        Duration.ofSeconds(arguments.number("--kill-every", 6, LONGEST_SECONDS)),
        arguments.number("--seed", ThreadLocalRandom.current().nextInt(1, 100_000), 999_999),
        arguments.one("--out").map(Path::of));
  }
}
