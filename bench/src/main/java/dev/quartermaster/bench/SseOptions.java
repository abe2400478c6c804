package dev.quartermaster.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What {@code bench/sse} is asked to do.
 *
 * @param target what is put under load
 * @param clients how many listen
 * @param events how many events each is told of
 * @param pid the process of the node, whose memory is told
 */
record SseOptions(Target target, int clients, int events, OptionalInt pid) {
  /** As many as one account may have at a node. */
  static final int CLIENTS_OF_ACCOUNT = 100;

  static final String HELP =
      """
      usage: bench/sse [option...]
      Opens many streams of server-sent events at one node, for all orders that are placed, and measures how
      long it takes from an order until every client is told.
      """
          + Target.HELP
          + """
            --clients N            streams; 10000 by default
            --events N             orders that are placed, one each second; 20 by default
            --pid N                the node's process on this machine (Linux), to tell how much memory it has
          exit code: 0 every client was told of every order once and in order; 1 otherwise;
          2 the command line makes no sense
          """;

  /**
   * Reads the command line.
   *
   * @throws InvalidArguments when it makes no sense
   */
  static SseOptions parse(List<String> line, Map<String, String> environment) {
    Set<String> known = new HashSet<>(Target.OPTIONS);
    known.addAll(List.of("--clients", "--events", "--pid"));
    Arguments arguments = Arguments.parse(line, known);
    if (!arguments.files().isEmpty()) {
      throw new InvalidArguments("unexpected: " + String.join(" ", arguments.files()));
    }
    return new SseOptions(
        Target.of(arguments, environment),
        arguments.number("--clients", 10_000, 20_000),
        arguments.number("--events", 20, 1_000),
        arguments.one("--pid").isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(arguments.number("--pid", 1, Integer.MAX_VALUE)));
  }

  /** How many accounts listen. */
  int accounts() {
    return (clients + CLIENTS_OF_ACCOUNT - 1) / CLIENTS_OF_ACCOUNT;
  }
}
