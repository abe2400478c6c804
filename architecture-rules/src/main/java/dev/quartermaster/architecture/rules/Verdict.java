package dev.quartermaster.architecture.rules;

import java.util.List;

/**
 * What a rule found.
 *
 * @param rule the rule's name
 * @param because the rule's reason
 * @param holds whether nothing breaks it; a rule that finds nothing to look at does not hold
 * @param classesExamined how many classes it looked at
 * @param violations what breaks it, a sentence each
 */
public record Verdict(
    String rule, String because, boolean holds, int classesExamined, List<String> violations) {
  public Verdict {
    violations = List.copyOf(violations);
  }
}
