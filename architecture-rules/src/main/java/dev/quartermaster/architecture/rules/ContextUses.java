package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which context uses which.
 *
 * @param dependencies the dependencies of classes by the context that uses and the one that is used
 */
record ContextUses(Map<Context, Map<Context, List<Dependency>>> dependencies) {
  private static final int EXAMPLES = 3;

  static ContextUses of(Collection<JavaClass> classes) {
    return new ContextUses(
        classes.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(ContextUses::crosses)
            .collect(
                Collectors.groupingBy(
                    dependency -> context(dependency.getOriginClass()),
                    TreeMap::new,
                    Collectors.groupingBy(
                        dependency -> context(dependency.getTargetClass()),
                        TreeMap::new,
                        Collectors.toList()))));
  }

  private static boolean crosses(Dependency dependency) {
    Optional<Context> from = Context.of(dependency.getOriginClass());
    Optional<Context> to = Context.of(dependency.getTargetClass());
    return from.isPresent() && to.isPresent() && !from.equals(to);
  }

  private static Context context(JavaClass type) {
    return Context.of(type).orElseThrow();
  }

  Set<Context> of(Context context) {
    return dependencies.getOrDefault(context, Map.of()).keySet();
  }

  private List<Dependency> between(Context from, Context to) {
    return dependencies.getOrDefault(from, Map.of()).getOrDefault(to, List.of());
  }

  /** Some of the dependencies from one context to another, in words. */
  String examples(Context from, Context to) {
    return between(from, to).stream()
        .map(
            dependency ->
                dependency.getOriginClass().getSimpleName()
                    + " -> "
                    + dependency.getTargetClass().getSimpleName())
        .sorted()
        .distinct()
        .limit(EXAMPLES)
        .collect(Collectors.joining(", "));
  }

  /** One sentence for each group of contexts that lead to each other, with its lightest link. */
  Stream<String> cycles() {
    return dependencies.keySet().stream()
        .map(this::circle)
        .filter(circle -> circle.size() > 1)
        .distinct()
        .map(this::describe);
  }

  private Set<Context> circle(Context context) {
    return reachable(context).stream()
        .filter(other -> reachable(other).contains(context))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<Context> reachable(Context from) {
    Set<Context> seen = new HashSet<>();
    Deque<Context> next = new ArrayDeque<>(of(from));
    while (!next.isEmpty()) {
      Context context = next.pop();
      if (seen.add(context)) {
        next.addAll(of(context));
      }
    }
    return seen;
  }

  private String describe(Set<Context> circle) {
    return circle.stream().map(Context::name).collect(Collectors.joining(", "))
        + " lead to each other, most lightly by "
        + circle.stream()
            .flatMap(from -> links(from, circle))
            .sorted(Comparator.comparingInt(Link::weight))
            .limit(circle.size())
            .map(link -> link.from() + " -> " + link.to() + " (" + link.examples() + ")")
            .collect(Collectors.joining("; "));
  }

  private Stream<Link> links(Context from, Set<Context> circle) {
    return of(from).stream()
        .filter(circle::contains)
        .map(to -> new Link(from, to, between(from, to).size(), examples(from, to)));
  }

  /** How one context uses another. */
  private record Link(Context from, Context to, int weight, String examples) {}
}
