package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.quartermaster.architecture.report.facts.Use;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts how many of some classes depend on what. */
final class Uses {
  private Uses() {}

  /**
   * @param classes whose dependencies
   * @param partOf the part of the house that a target stands for, or none
   */
  static List<Use> between(
      Collection<JavaClass> classes, Function<JavaClass, Optional<String>> partOf) {
    Map<String, Set<JavaClass>> users = new TreeMap<>();
    for (JavaClass user : classes) {
      user.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .map(JavaClass::getBaseComponentType)
          .flatMap(target -> partOf.apply(target).stream())
          .forEach(part -> users.computeIfAbsent(part, _ -> new HashSet<>()).add(user));
    }
    return users.entrySet().stream()
        .map(entry -> new Use(entry.getKey(), topLevel(entry.getValue())))
        .toList();
  }

  private static int topLevel(Set<JavaClass> classes) {
    return classes.stream().map(Uses::outermost).collect(Collectors.toSet()).size();
  }

  private static JavaClass outermost(JavaClass javaClass) {
    return javaClass.getEnclosingClass().map(Uses::outermost).orElse(javaClass);
  }
}
