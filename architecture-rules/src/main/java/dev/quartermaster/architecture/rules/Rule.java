package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule that does not know its name yet.
 *
 * @param scope among which classes it looks
 * @param subject what it looks at, in words
 * @param subjects what it looks at
 * @param demand what it demands, in words
 * @param violations what breaks it among all that it looks at
 * @param because its reason
 */
record Rule(
    Scope scope,
    String subject,
    Predicate<JavaClass> subjects,
    String demand,
    Function<Collection<JavaClass>, Stream<String>> violations,
    String because) {

  NamedRule named(String name) {
    return new NamedRule(
        name, because, subject + " should " + demand, scope, subjects, rule(name).because(because));
  }

  private ArchRule rule(String name) {
    return ArchRuleDefinition.classes()
        .that(DescribedPredicate.describe("are " + subject, subjects))
        .should(condition())
        .as(name + ": " + subject + " should " + demand);
  }

  private ArchCondition<JavaClass> condition() {
    return new ArchCondition<>(demand) {
      private final List<JavaClass> all = new ArrayList<>();

      @Override
      public void init(Collection<JavaClass> allSubjects) {
        all.clear();
        all.addAll(allSubjects);
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {}

      @Override
      public void finish(ConditionEvents events) {
        violations
            .apply(all)
            .sorted()
            .distinct()
            .forEach(violation -> events.add(SimpleConditionEvent.violated(all, violation)));
      }
    };
  }

  /** Begins a rule on what runs. */
  static Subjects that(String subject, Predicate<JavaClass> subjects) {
    return new Subjects(Scope.PRODUCTION, subject, subjects);
  }

  /** Begins a rule on what runs, the testkit and the tests. */
  static Subjects withTestsThat(String subject, Predicate<JavaClass> subjects) {
    return new Subjects(Scope.WITH_TESTS, subject, subjects);
  }

  /** A rule that lacks its demand. */
  record Subjects(Scope scope, String subject, Predicate<JavaClass> subjects) {

    /** Demands something of each by itself. */
    Demand should(String demand, Function<JavaClass, Stream<String>> violations) {
      return shouldTogether(demand, all -> all.stream().flatMap(violations));
    }

    /** Demands something of all together. */
    Demand shouldTogether(
        String demand, Function<Collection<JavaClass>, Stream<String>> violations) {
      return new Demand(this, demand, violations);
    }
  }

  /** A rule that lacks its reason. */
  record Demand(
      Subjects of, String demand, Function<Collection<JavaClass>, Stream<String>> violations) {

    Rule because(String reason) {
      return new Rule(of.scope(), of.subject(), of.subjects(), demand, violations, reason);
    }
  }
}
