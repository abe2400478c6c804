package dev.quartermaster.architecture.report.reading;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what uses itself through others. */
final class Cycles {
  private Cycles() {}

  /**
   * @param uses what each part uses directly
   * @return the groups of parts that reach each other, by name
   */
  static List<List<String>> in(Map<String, ? extends Collection<String>> uses) {
    return uses.keySet().stream()
        .sorted()
        .map(part -> List.copyOf(circle(part, uses)))
        .filter(circle -> !circle.isEmpty())
        .distinct()
        .toList();
  }

  private static Set<String> circle(String part, Map<String, ? extends Collection<String>> uses) {
    Set<String> circle = new TreeSet<>();
    for (String other : reached(part, uses)) {
      if (reached(other, uses).contains(part)) {
        circle.add(other);
      }
    }
    return circle;
  }

  private static Set<String> reached(String part, Map<String, ? extends Collection<String>> uses) {
    Set<String> reached = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(usesOf(part, uses));
    while (!next.isEmpty()) {
      String used = next.pop();
      if (reached.add(used)) {
        next.addAll(usesOf(used, uses));
      }
    }
    return reached;
  }

  private static Collection<String> usesOf(
      String part, Map<String, ? extends Collection<String>> uses) {
    Collection<String> used = uses.get(part);
    return used == null ? List.of() : used;
  }
}
