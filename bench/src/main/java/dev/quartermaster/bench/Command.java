package dev.quartermaster.bench;

import java.util.List;

/** Runs a bench as a command: help, one-line messages and exit codes. */
final class Command {
  private Command() {}

  /**
   * Runs the bench.
   *
   * @return 0 when all is well, 1 when something failed or differs, 2 when the command line makes
   *     no sense
   */
  static int run(String name, String help, List<String> line, Screen screen, Bench bench)
      throws InterruptedException {
    if (line.contains("--help") || line.contains("-h")) {
      screen.out().print(help);
      return 0;
    }
    try {
      return bench.run() ? 0 : 1;
    } catch (InvalidArguments invalid) {
      screen.tell(name + ": " + invalid.getMessage());
      return 2;
    } catch (BenchFailed failed) {
      screen.tell(name + ": " + failed.getMessage());
      return 1;
    }
  }

  /** What is run. */
  @FunctionalInterface
  interface Bench {
    /** Whether all is well. */
    boolean run() throws InterruptedException;
  }
}
