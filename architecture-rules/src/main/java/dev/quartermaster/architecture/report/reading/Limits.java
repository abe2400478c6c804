package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.quartermaster.architecture.rules.ClassFileFacts;
import dev.quartermaster.architecture.rules.Endpoint;
import dev.quartermaster.architecture.rules.InPort;
import dev.quartermaster.architecture.rules.KnownType;
import dev.quartermaster.architecture.rules.Layer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads how often endpoints may be called: which policies their use cases take from, and those of
 * guards that stand before them.
 */
final class Limits {
  /** The constant that says how the addresses begin that a guard stands before. */
  private static final String PREFIX = "PATH";

  private static final String RATE_LIMITS = KnownType.RATE_LIMITS.typeName();
  private static final String RATE_POLICY = KnownType.RATE_POLICY.typeName();

  private final List<Guard> guards;

  Limits(House house) {
    this.guards = guards(house);
  }

  /** The policies that limit an endpoint, sorted. */
  List<String> of(String path, Collection<InPort> useCases) {
    return Stream.concat(
            guards.stream()
                .filter(guard -> path.startsWith(guard.prefix()))
                .flatMap(guard -> guard.policies().stream()),
            policies(useCases))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Guard> guards(House house) {
    Set<JavaClass> resources =
        Endpoint.all(house.production()).stream()
            .map(endpoint -> endpoint.method().getOwner())
            .collect(Collectors.toSet());
    return house.production(Layer.INBOUND_ADAPTER).stream()
        .filter(Predicate.not(resources::contains))
        .flatMap(candidate -> guard(candidate, house).stream())
        .toList();
  }

  /** A class that is no resource, names a prefix and has something counted. */
  private static Optional<Guard> guard(JavaClass candidate, House house) {
    List<InPort> called =
        candidate.getAccessesFromSelf().stream()
            .map(JavaAccess::getTargetOwner)
            .filter(house::isInPort)
            .distinct()
            .map(InPort::new)
            .toList();
    List<String> policies = policies(called).toList();
    return policies.isEmpty()
        ? Optional.empty()
        : ClassFileFacts.of(candidate).constant(PREFIX).map(prefix -> new Guard(prefix, policies));
  }

  private static Stream<String> policies(Collection<InPort> useCases) {
    return useCases.stream().flatMap(UseCases::of).flatMap(Limits::policies);
  }

  private static Stream<String> policies(JavaMethod useCase) {
    Reach reach = Reach.of(useCase);
    return reach.accesses().anyMatch(Limits::takes)
        ? reach
            .accesses()
            .filter(JavaFieldAccess.class::isInstance)
            .filter(access -> access.getTargetOwner().getName().equals(RATE_POLICY))
            .map(access -> access.getName().toLowerCase(Locale.ROOT))
        : Stream.empty();
  }

  private static boolean takes(JavaAccess<?> access) {
    return access.getTargetOwner().getName().equals(RATE_LIMITS) && access.getName().equals("take");
  }

  /**
   * What stands before many endpoints.
   *
   * @param prefix how their addresses begin
   * @param policies what it takes from
   */
  private record Guard(String prefix, List<String> policies) {}
}
