package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule of the house.
 *
 * @param name the name of its constant
 * @param because its reason
 * @param demand what it demands, in a sentence
 * @param scope among which classes it looks
 * @param subjects which of them it looks at
 * @param rule the rule itself
 */
public record NamedRule(
    String name,
    String because,
    String demand,
    Scope scope,
    Predicate<JavaClass> subjects,
    ArchRule rule) {

  /** Which of the classes the rule looks at. */
  public List<JavaClass> examined(JavaClasses classes) {
    return classes.stream().filter(subjects).toList();
  }
}
