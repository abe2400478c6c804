package dev.quartermaster.architecture.rules;

import static dev.quartermaster.architecture.rules.Rule.that;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the parts of the business are told apart. */
final class ContextRules {
  static final Rule EVERY_CLASS_IS_IN_ONE_CONTEXT =
      that("classes of layers with contexts", ContextRules::needsContext)
          .shouldTogether("be in exactly one context", ContextRules::misplaced)
          .because("a feature is found under one name through all layers, and nowhere else");

  static final Rule CONTEXTS_ARE_THOSE_OF_THE_DOMAIN =
      that("classes in a context", type -> Context.of(type).isPresent())
          .shouldTogether("be in a context of the domain", ContextRules::foreign)
          .because("the business gives the names, and every layer uses the same");

  static final Rule CONTEXTS_DECLARE_WHAT_THEY_USE =
      that("classes in a context", type -> Context.of(type).isPresent())
          .shouldTogether(
              "use the contexts that the domain's package-info declares, no more and no fewer",
              ContextRules::undeclared)
          .because("a new dependency between contexts is a decision, so somebody writes it down");

  static final Rule CONTEXTS_ARE_FREE_OF_CYCLES =
      that("classes in a context", type -> Context.of(type).isPresent())
          .shouldTogether("use contexts in one direction", all -> ContextUses.of(all).cycles())
          .because("contexts in a circle are one context with several names");

  private ContextRules() {}

  private static boolean needsContext(JavaClass type) {
    return House.isProduction(type) && !Layer.BOOTSTRAP.contains(type);
  }

  private static Stream<String> misplaced(Collection<JavaClass> all) {
    Set<String> contexts =
        Context.all(all.stream()).stream()
            .map(Context::name)
            .collect(Collectors.toUnmodifiableSet());
    return all.stream().flatMap(type -> misplaced(type, contexts));
  }

  private static Stream<String> misplaced(JavaClass type, Set<String> contexts) {
    List<String> path = House.path(type);
    if (path.size() < 2) {
      return Stream.of(type.getName() + " is in no context: it lies in its module's root package");
    }
    List<String> others =
        path.subList(2, path.size()).stream()
            .filter(contexts::contains)
            .filter(Predicate.not(path.get(1)::equals))
            .toList();
    return others.isEmpty()
        ? Stream.empty()
        : Stream.of(
            type.getName()
                + " is in several contexts: "
                + path.get(1)
                + " and "
                + others.getFirst());
  }

  private static Stream<String> foreign(Collection<JavaClass> all) {
    Set<Context> contexts = Context.all(all.stream());
    return all.stream()
        .filter(type -> Context.of(type).filter(Predicate.not(contexts::contains)).isPresent())
        .map(
            type ->
                type.getName()
                    + " is in the context "
                    + Context.of(type).orElseThrow()
                    + ", which the domain does not know");
  }

  private static Stream<String> undeclared(Collection<JavaClass> all) {
    ContextUses uses = ContextUses.of(all);
    return Context.all(all.stream()).stream()
        .flatMap(context -> undeclared(context, declared(context, all), uses));
  }

  private static Stream<String> undeclared(
      Context context, Set<Context> declared, ContextUses uses) {
    Set<Context> used = new TreeSet<>(uses.of(context));
    used.remove(Context.SHARED);
    return Stream.concat(
        used.stream()
            .filter(Predicate.not(declared::contains))
            .map(
                other ->
                    context
                        + " uses "
                        + other
                        + " without saying so: "
                        + uses.examples(context, other)),
        declared.stream()
            .filter(Predicate.not(used::contains))
            .map(other -> context + " says that it uses " + other + ", but does not"));
  }

  private static Set<Context> declared(Context context, Collection<JavaClass> all) {
    Optional<JavaClass> any =
        all.stream()
            .filter(Layer.DOMAIN::contains)
            .filter(type -> House.path(type).size() == 2)
            .filter(type -> Context.of(type).filter(context::equals).isPresent())
            .findFirst();
    return any.map(type -> Context.declared(type.getPackage())).orElseGet(Set::of);
  }
}
