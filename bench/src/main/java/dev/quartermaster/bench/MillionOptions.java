package dev.quartermaster.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code bench/million} is asked to do.
 *
 * @param target what is put under load
 * @param products how many products are imported
 * @param searches how many searches are made
 */
record MillionOptions(Target target, int products, int searches) {
  static final String HELP =
      """
      usage: bench/million [option...]
      Imports products as one stream, watches the job, searches from 20 clients at once, and exports
      everything again.
      """
          + Target.HELP
          + """
            --products N           products to import; 1000000 by default
            --searches N           searches of all clients together; 4000 by default
          exit code: 0 every product was imported and exported, and every search answered; 1 otherwise;
          2 the command line makes no sense
          """;

  /**
   * Reads the command line.
   *
   * @throws InvalidArguments when it makes no sense
   */
  static MillionOptions parse(List<String> line, Map<String, String> environment) {
    Set<String> known = new HashSet<>(Target.OPTIONS);
    known.addAll(List.of("--products", "--searches"));
    Arguments arguments = Arguments.parse(line, known);
    if (!arguments.files().isEmpty()) {
      throw new InvalidArguments("unexpected: " + String.join(" ", arguments.files()));
    }
    return new MillionOptions(
        Target.of(arguments, environment),
        arguments.number("--products", 1_000_000, 10_000_000),
        arguments.number("--searches", 4_000, 1_000_000));
  }
}
