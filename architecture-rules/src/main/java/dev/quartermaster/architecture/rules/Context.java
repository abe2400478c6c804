package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of the business, which goes through all layers under one name.
 *
 * @param name the name of its packages, such as {@code ordering}
 */
public record Context(String name) implements Comparable<Context> {
  /** What all other contexts may use without saying so. */
  public static final Context SHARED = new Context("shared");

  private static final String DECLARATION = KnownType.USES_CONTEXTS.typeName();

  /** The context of a class; empty in layers without contexts and in a module's root package. */
  public static Optional<Context> of(JavaClass type) {
    if (!House.isProduction(type) || Layer.BOOTSTRAP.contains(type)) {
      return Optional.empty();
    }
    return House.path(type).stream().skip(1).findFirst().map(Context::new);
  }

  /** All contexts: those of which the domain speaks. */
  public static Set<Context> all(JavaClasses classes) {
    return all(classes.stream());
  }

  static Set<Context> all(Stream<JavaClass> classes) {
    return classes
        .filter(Layer.DOMAIN::contains)
        .flatMap(type -> of(type).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the context says that it uses, in the {@code package-info} of its domain package. */
  public Set<Context> declared(JavaClasses classes) {
    String domainPackage = House.ROOT + ".domain." + name;
    return classes.containPackage(domainPackage)
        ? declared(classes.getPackage(domainPackage))
        : Set.of();
  }

  static Set<Context> declared(JavaPackage domainPackage) {
    return domainPackage
        .tryGetAnnotationOfType(DECLARATION)
        .flatMap(declaration -> declaration.get("value"))
        .map(names -> Stream.of((Object[]) names).map(String::valueOf).map(Context::new))
        .orElseGet(Stream::empty)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public int compareTo(Context other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
