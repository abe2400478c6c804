package dev.quartermaster.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code bench/hot} is asked to do.
 *
 * @param target what is put under load
 * @param orders how many orders are placed at once
 * @param stock how many pieces there are for them
 */
record HotOptions(Target target, int orders, int stock) {
  static final String HELP =
      """
      usage: bench/hot [option...]
      Places many orders at once for one product that is too scarce for all, then sends one order many
      times at once under one Idempotency-Key.
      """
          + Target.HELP
          + """
            --orders N             orders at once, one piece each; 200 by default
            --stock N              pieces in stock; 100 by default
          exit code: 0 exactly the stock was sold, and one order came of the one key; 1 otherwise;
          2 the command line makes no sense
          """;

  /**
   * Reads the command line.
   *
   * @throws InvalidArguments when it makes no sense
   */
  static HotOptions parse(List<String> line, Map<String, String> environment) {
    Set<String> known = new HashSet<>(Target.OPTIONS);
    known.addAll(List.of("--orders", "--stock"));
    Arguments arguments = Arguments.parse(line, known);
    if (!arguments.files().isEmpty()) {
      throw new InvalidArguments("unexpected: " + String.join(" ", arguments.files()));
    }
    return new HotOptions(
        Target.of(arguments, environment),
        arguments.number("--orders", 200, 5_000),
        arguments.number("--stock", 100, 1_000_000));
  }
}
