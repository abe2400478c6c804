package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method that answers HTTP requests.
 *
 * @param method a method that bears an HTTP method's annotation
 */
public record Endpoint(JavaMethod method) {
  private static final Set<String> ACCESS_RULES =
      Stream.of(
              KnownType.PERMIT_ALL,
              KnownType.DENY_ALL,
              KnownType.ROLES_ALLOWED,
              KnownType.AUTHENTICATED,
              KnownType.PERMISSIONS_ALLOWED)
          .map(KnownType::typeName)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** All endpoints, sorted by class and name. */
  public static List<Endpoint> all(Collection<JavaClass> classes) {
    return classes.stream()
        .filter(Endpoint::hasEndpoints)
        .sorted(Comparator.comparing(JavaClass::getName))
        .flatMap(Endpoint::of)
        .toList();
  }

  static boolean hasEndpoints(JavaClass type) {
    return House.isProduction(type) && of(type).findAny().isPresent();
  }

  static Stream<Endpoint> of(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> method.isMetaAnnotatedWith(KnownType.HTTP_METHOD.typeName()))
        .sorted(Comparator.comparing(JavaMethod::getFullName))
        .map(Endpoint::new);
  }

  /** Who may call it: the annotation on the method, or else on its class. */
  public Optional<JavaAnnotation<?>> accessRule() {
    return accessRule(method).or(() -> accessRule(method.getOwner()));
  }

  private static Optional<JavaAnnotation<?>> accessRule(HasAnnotations<?> annotated) {
    return annotated.getAnnotations().stream()
        .filter(annotation -> ACCESS_RULES.contains(annotation.getRawType().getName()))
        .<JavaAnnotation<?>>map(annotation -> annotation)
        .findFirst();
  }

  boolean isForTheSignedIn() {
    return accessRule().filter(rule -> !KnownType.PERMIT_ALL.is(rule.getRawType())).isPresent();
  }

  /** Whether its HTTP method is none of those that only read (RFC 9110, 9.2.1). */
  boolean changesSomething() {
    return method.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .flatMap(
            annotation ->
                annotation.tryGetAnnotationOfType(KnownType.HTTP_METHOD.typeName()).stream())
        .map(httpMethod -> String.valueOf(httpMethod.get("value").orElseThrow()))
        .anyMatch(Predicate.not(READING::contains));
  }

  /** The in-ports that it calls, by itself or by other methods of its class. */
  public Set<JavaClass> inPorts() {
    Set<JavaClass> inPorts = new LinkedHashSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>(Set.of(method));
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.pop();
      if (seen.add(unit)) {
        unit.getAccessesFromSelf().stream()
            .map(access -> access.getTargetOwner())
            .filter(InPort::isInPort)
            .forEach(inPorts::add);
        unit.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().equals(method.getOwner()))
            .flatMap(call -> call.getTarget().resolveMember().stream())
            .forEach(next::add);
      }
    }
    return inPorts;
  }

  /** The types that go over the wire, with those that they hold. */
  Set<JavaClass> transported() {
    Set<JavaClass> transported = new LinkedHashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>(Types.ofSignature(method).toList());
    while (!next.isEmpty()) {
      JavaClass type = next.pop();
      if (transported.add(type) && House.contains(type)) {
        Types.instanceFields(type).flatMap(Types::ofField).forEach(next::add);
      }
    }
    return transported;
  }
}
