package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * Modules or contexts that use each other in a circle.
 *
 * @param kind {@code modules} or {@code contexts}
 * @param members who takes part
 */
public record Cycle(String kind, List<String> members) {
  public Cycle {
    members = List.copyOf(members);
  }
}
