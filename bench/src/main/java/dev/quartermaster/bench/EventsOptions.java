package dev.quartermaster.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What {@code bench/events} is asked to do.
 *
 * @param events how many things shall happen
 * @param nodes how many nodes there are
 * @param betweenKills how long a kill of a node follows another, on average
 * @param seed decides which node is killed when
 */
record EventsOptions(int events, int nodes, Duration betweenKills, int seed) {
  private static final int LONGEST_SECONDS = 180;

  static final String HELP =
      """
      usage: bench/events [option...]
      Has things happen on loopback while nodes and a webhook's receiver are killed, Redis hangs and
      PostgreSQL crashes, and counts what the receiver is told: every event at least once, and the
      events of each thing in their order. Starts all that it needs, and ends it.
        --events N             how many things happen; 100000 by default
        --nodes N              nodes behind the balancer, 2 by default, 5 at the most
        --kill-every N         seconds from one kill of a node to the next, on average; 20 by default
        --seed N               which node is killed when; by chance by default
      exit code: 0 all is well; 1 an event was lost, came in disorder, or it took too long; 2 the
      command line makes no sense
      """;

  /**
   * Reads the command line.
   *
   * @throws InvalidArguments when it makes no sense
   */
  static EventsOptions parse(List<String> line) {
    Arguments arguments =
        Arguments.parse(line, Set.of("--events", "--nodes", "--kill-every", "--seed"));
    if (!arguments.files().isEmpty()) {
      throw new InvalidArguments("unexpected: " + String.join(" ", arguments.files()));
    }
    return new EventsOptions(
        arguments.number("--events", 100_000, 10_000_000),
        arguments.number("--nodes", 2, Cluster.MOST_NODES),
        Duration.ofSeconds(arguments.number("--kill-every", 20, LONGEST_SECONDS)),
        arguments.number("--seed", ThreadLocalRandom.current().nextInt(1, 100_000), 999_999));
  }
}
