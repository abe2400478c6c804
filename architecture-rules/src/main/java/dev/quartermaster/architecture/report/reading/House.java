package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.quartermaster.architecture.rules.Context;
import dev.quartermaster.architecture.rules.InPort;
import dev.quartermaster.architecture.rules.Layer;
import dev.quartermaster.architecture.rules.OutPort;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of the house that the report speaks of, each in a fixed order. */
final class House {
  private static final String PACKAGE_INFO = "package-info";

  private final JavaClasses classes;
  private final List<JavaClass> production;
  private final List<InPort> inPorts;
  private final List<OutPort> outPorts;
  private final Set<JavaClass> inPortTypes;

  House(JavaClasses classes) {
    this.classes = classes;
    this.production =
        classes.stream()
            .filter(javaClass -> Layer.of(javaClass).isPresent())
            .filter(javaClass -> !javaClass.getSimpleName().equals(PACKAGE_INFO))
            .sorted(Comparator.comparing(JavaClass::getName))
            .toList();
    this.inPorts = InPort.all(classes);
    this.outPorts = OutPort.all(classes);
    this.inPortTypes = inPorts.stream().map(InPort::type).collect(Collectors.toSet());
  }

  /** Everything, tests included. */
  JavaClasses classes() {
    return classes;
  }

  /** What runs. */
  List<JavaClass> production() {
    return production;
  }

  List<JavaClass> production(Layer layer) {
    return production.stream()
        .filter(javaClass -> Layer.of(javaClass).filter(layer::equals).isPresent())
        .toList();
  }

  List<JavaClass> production(Context context) {
    return production.stream()
        .filter(javaClass -> Context.of(javaClass).filter(context::equals).isPresent())
        .toList();
  }

  Set<Context> contexts() {
    return Context.all(classes);
  }

  List<InPort> inPorts() {
    return inPorts;
  }

  List<OutPort> outPorts() {
    return outPorts;
  }

  boolean isInPort(JavaClass javaClass) {
    return inPortTypes.contains(javaClass);
  }

  /** The module of a class, if it is one of those that run. */
  Optional<String> module(JavaClass javaClass) {
    return Layer.of(javaClass).map(_ -> Origin.module(javaClass));
  }

  /** The name of the context of a class, empty if it is in none. */
  static String contextName(JavaClass javaClass) {
    return Context.of(javaClass).map(Context::name).orElse("");
  }
}
