package dev.quartermaster.architecture.report;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.quartermaster.architecture.report.facts.RuleCheck;
import dev.quartermaster.architecture.rules.ArchitectureRules;
import dev.quartermaster.architecture.rules.NamedRule;
import dev.quartermaster.architecture.rules.Verdict;
import java.util.List;

/** Checks the rules, each of which picks from all classes those that it is made for. */
final class RuleChecks {
  private final JavaClasses classes;
  private final Fixtures fixtures;

  RuleChecks(JavaClasses classes, Fixtures fixtures) {
    this.classes = classes;
    this.fixtures = fixtures;
  }

  List<RuleCheck> check() {
    return ArchitectureRules.all().stream().map(this::check).toList();
  }

  private RuleCheck check(NamedRule rule) {
    Verdict verdict = ArchitectureRules.verify(rule, classes);
    return new RuleCheck(
        rule.name(),
        rule.demand(),
        rule.because(),
        verdict.holds(),
        verdict.classesExamined(),
        verdict.violations(),
        fixtures.violating(rule.name()),
        fixtures.passing(rule.name()));
  }
}
