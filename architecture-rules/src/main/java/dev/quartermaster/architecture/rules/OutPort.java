package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the application needs of the world.
 *
 * @param type a top-level interface of the domain that is open to implementations
 */
public record OutPort(JavaClass type) implements Port {

  /** All out-ports, sorted by name. */
  public static List<OutPort> all(JavaClasses classes) {
    return classes.stream()
        .filter(OutPort::isOutPort)
        .sorted(Comparator.comparing(JavaClass::getName))
        .map(OutPort::new)
        .toList();
  }

  static boolean isOutPort(JavaClass type) {
    return type.isInterface()
        && !type.isAnnotation()
        && !type.isSealed()
        && type.isTopLevelClass()
        && House.isType(type)
        && Layer.DOMAIN.contains(type);
  }

  /** The classes of outbound adapters and of bootstrap that implement it. */
  public List<JavaClass> adapters() {
    return Port.implementations(type)
        .filter(
            implementation ->
                Layer.OUTBOUND_ADAPTER.contains(implementation)
                    || Layer.BOOTSTRAP.contains(implementation))
        .toList();
  }

  /** The testkit's implementations; none unless the testkit was imported as well. */
  public List<JavaClass> standIns() {
    return Port.implementations(type).filter(House::isTestkit).toList();
  }

  /**
   * The abstract test that says what every implementation promises, {@code <Port>Contract} in the
   * testkit's package of the same context; empty unless the testkit was imported as well.
   */
  public Optional<JavaClass> contract() {
    return type.getDirectDependenciesToSelf().stream()
        .map(Dependency::getOriginClass)
        .filter(this::isContract)
        .findFirst();
  }

  private boolean isContract(JavaClass candidate) {
    return House.isTestkit(candidate)
        && candidate.getModifiers().contains(JavaModifier.ABSTRACT)
        && candidate.getSimpleName().equals(name() + "Contract")
        && House.path(candidate).subList(1, 2).equals(List.of(context().name()));
  }

  /** The tests that run the contract on an implementation: those beside it that bear its name. */
  public List<JavaClass> contractTests(JavaClass implementation) {
    return contract().stream()
        .flatMap(contract -> contract.getAllSubclasses().stream())
        .filter(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(test -> test.getPackageName().equals(implementation.getPackageName()))
        .filter(test -> test.getSimpleName().startsWith(implementation.getSimpleName()))
        .toList();
  }
}
