package dev.quartermaster.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects what is wrong, from any thread. */
final class Findings {
  private static final int MOST_SHOWN = 20;

  private final Collection<String> findings = new ConcurrentLinkedQueue<>();

  void add(String finding) {
    findings.add(finding);
  }

  List<String> all() {
    return List.copyOf(findings);
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }

  int count() {
    return findings.size();
  }

  /** Prints the count under the heading, and the first of the findings. */
  void print(PrintStream out, String heading) {
    out.println(heading + ": " + count());
    findings.stream().limit(MOST_SHOWN).forEach(finding -> out.println("  " + finding));
    if (count() > MOST_SHOWN) {
      out.println("  and " + (count() - MOST_SHOWN) + " more");
    }
  }
}
