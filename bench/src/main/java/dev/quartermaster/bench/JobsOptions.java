package dev.quartermaster.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What {@code bench/jobs} is asked to do.
 *
 * @param jobs how many imports there are
 * @param nodes how many nodes work on them
 * @param clients how many of the imports are asked for at once
 * @param betweenKills how long a kill of a node follows another, on average
 * @param seed decides which node is killed when
 */
record JobsOptions(int jobs, int nodes, int clients, Duration betweenKills, long seed) {
  static final String HELP =
      """
      usage: bench/jobs [option...]
      Has nodes on loopback carry out many small imports while they are killed one after the other,
      and checks from the outside that each was done, that none was done twice, and that none stood
      still longer than a lease. Starts all that it needs, and ends it.
        --jobs N               imports of two products each, 10000 by default
        --nodes N              nodes, 2 by default, 5 at the most
        --clients N            how many of the imports are asked for at once, 16 by default
        --kill-every N         seconds from one kill of a node to the next, on average; 15 by default
        --seed N               which node is killed when; by chance by default
      exit code: 0 all is well; 1 something was lost, done twice or stuck, or the nodes could not be
      used; 2 the command line makes no sense
      """;

  private static final Set<String> KNOWN =
      Set.of("--jobs", "--nodes", "--clients", "--kill-every", "--seed");

  /**
   * Reads the command line.
   *
   * @throws InvalidArguments when it makes no sense
   */
  static JobsOptions parse(List<String> line) {
    Arguments arguments = Arguments.parse(line, KNOWN);
    if (!arguments.files().isEmpty()) {
      throw new InvalidArguments("unexpected: " + String.join(" ", arguments.files()));
    }
    return new JobsOptions(
        arguments.number("--jobs", 10_000, 1_000_000),
        arguments.number("--nodes", 2, Cluster.MOST_NODES),
        arguments.number("--clients", 16, 1_000),
        Duration.ofSeconds(arguments.number("--kill-every", 15, 600)),
        arguments.number("--seed", ThreadLocalRandom.current().nextInt(1, 100_000), 999_999));
  }
}
