package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The layers. Three are known by their package; every other module is an adapter, and what it does
 * tells its side: outbound ones implement out-ports, inbound ones call in-ports.
 */
public enum Layer {
  /** Model, domain events, errors and out-ports. */
  DOMAIN("domain"),
  /** In-ports and the services behind them. */
  APPLICATION("application"),
  /** Calls in-ports on behalf of the world. */
  INBOUND_ADAPTER(""),
  /** Implements out-ports with the world's means. */
  OUTBOUND_ADAPTER(""),
  /** Wires everything and joins contexts, so it is divided by none. */
  BOOTSTRAP("bootstrap");

  private final String module;

  Layer(String module) {
    this.module = module;
  }

  /** The layer of a production class; empty for a class in none, or outside of the house. */
  public static Optional<Layer> of(JavaClass type) {
    if (!House.isProduction(type)) {
      return Optional.empty();
    }
    Optional<Layer> byName =
        Stream.of(DOMAIN, APPLICATION, BOOTSTRAP)
            .filter(layer -> House.isOf(layer.module, type))
            .findFirst();
    return byName.isPresent() ? byName : adapter(type);
  }

  boolean contains(JavaClass type) {
    return isAdapter()
        ? of(type).filter(this::equals).isPresent()
        : House.isOf(module, type) && House.isProduction(type);
  }

  boolean isAdapter() {
    return this == INBOUND_ADAPTER || this == OUTBOUND_ADAPTER;
  }

  static boolean isCore(JavaClass type) {
    return DOMAIN.contains(type) || APPLICATION.contains(type);
  }

  static boolean isAdapter(JavaClass type) {
    return of(type).filter(Layer::isAdapter).isPresent();
  }

  private static Optional<Layer> adapter(JavaClass type) {
    Set<JavaClass> classes = moduleOf(type);
    if (classes.stream().anyMatch(Layer::implementsOutPort)) {
      return Optional.of(OUTBOUND_ADAPTER);
    }
    return classes.stream().anyMatch(Layer::usesApplication)
        ? Optional.of(INBOUND_ADAPTER)
        : Optional.empty();
  }

  /** The production classes of the type's module. */
  private static Set<JavaClass> moduleOf(JavaClass type) {
    JavaPackage root = type.getPackage();
    while (House.depth(root) > 1) {
      root = root.getParent().orElseThrow();
    }
    return root.getClassesInPackageTree().stream()
        .filter(House::isProduction)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean implementsOutPort(JavaClass type) {
    return !type.isInterface() && type.getAllRawInterfaces().stream().anyMatch(OutPort::isOutPort);
  }

  private static boolean usesApplication(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> APPLICATION.contains(dependency.getTargetClass()));
  }
}
