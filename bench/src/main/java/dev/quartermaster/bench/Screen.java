package dev.quartermaster.bench;

import java.io.PrintStream;

/**
 * Where the bench speaks to a person.
 *
 * @param out takes the results
 * @param err takes progress and messages
 * @param terminal whether {@code err} is a terminal, where a line can be drawn over
 */
record Screen(PrintStream out, PrintStream err, boolean terminal) {

  /** Set by the start script, which alone can tell whether the error stream is a terminal. */
  static Screen ofProcess() {
    return new Screen(System.out, System.err, Boolean.getBoolean("bench.terminal"));
  }

  /** A message on a line of its own. */
  void tell(String message) {
    err.println((terminal ? "\r\u001b[K" : "") + message);
  }

  /** The state of something under way. */
  void draw(String line) {
    if (terminal) {
      err.print("\r" + line + "\u001b[K");
      err.flush();
    } else {
      err.println(line);
    }
  }

  /** The last state of something that was under way. */
  void drawLast(String line) {
    draw(line);
    if (terminal) {
      err.println();
    }
  }
}
