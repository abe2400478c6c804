package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;

/** All rules of the house. */
public final class ArchitectureRules {
  private static final List<Class<?>> HOLDERS =
      List.of(
          LayerRules.class,
          ContextRules.class,
          PortRules.class,
          UseCaseRules.class,
          DataRules.class,
          AdapterRules.class,
          CoreRules.class,
          TestRules.class);

  private ArchitectureRules() {}

  /** The rules, in the order in which the house is best explained. */
  public static List<NamedRule> all() {
    return HOLDERS.stream().flatMap(ArchitectureRules::declaredBy).toList();
  }

  /**
   * Looks at classes by a rule. Never throws for what it finds.
   *
   * @param classes of the rule's {@link NamedRule#scope()}
   */
  public static Verdict verify(NamedRule rule, JavaClasses classes) {
    int examined = rule.examined(classes).size();
    List<String> violations =
        examined == 0
            ? List.of("there is nothing that the rule could look at")
            : rule.rule().evaluate(classes).getFailureReport().getDetails();
    return new Verdict(rule.name(), rule.because(), violations.isEmpty(), examined, violations);
  }

  private static Stream<NamedRule> declaredBy(Class<?> holder) {
    return Stream.of(holder.getDeclaredFields())
        .filter(field -> field.getType() == Rule.class)
        .map(ArchitectureRules::named);
  }

  private static NamedRule named(Field constant) {
    try {
      return ((Rule) constant.get(null)).named(constant.getName());
    } catch (IllegalAccessException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
