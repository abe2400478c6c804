package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * A rule and what came of checking it.
 *
 * @param name the rule
 * @param demand what it demands
 * @param because why there is such a rule
 * @param holds whether the code keeps it
 * @param classesExamined how many classes it looked at
 * @param violations where the code breaks it
 * @param violatingFixtures examples that it is proven to catch
 * @param passingFixtures examples that it is proven to let pass
 */
public record RuleCheck(
    String name,
    String demand,
    String because,
    boolean holds,
    int classesExamined,
    List<String> violations,
    List<String> violatingFixtures,
    List<String> passingFixtures) {
  public RuleCheck {
    violations = List.copyOf(violations);
    violatingFixtures = List.copyOf(violatingFixtures);
    passingFixtures = List.copyOf(passingFixtures);
  }

  /** What it demands, as a heading. */
  public String title() {
    return Character.toUpperCase(demand.charAt(0)) + demand.substring(1);
  }
}
