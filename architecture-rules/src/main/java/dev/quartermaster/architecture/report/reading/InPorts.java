package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.quartermaster.architecture.report.facts.InPortFacts;
import dev.quartermaster.architecture.rules.Context;
import dev.quartermaster.architecture.rules.InPort;
import dev.quartermaster.architecture.rules.OutPort;
import java.util.List;
import java.util.stream.Stream;

/** Reads the use cases of a context. */
final class InPorts {
  private final House house;
  private final Purposes purposes;
  private final Permissions permissions;

  InPorts(House house, Purposes purposes, Permissions permissions) {
    this.house = house;
    this.purposes = purposes;
    this.permissions = permissions;
  }

  List<InPortFacts> of(Context context) {
    return house.inPorts().stream()
        .filter(port -> House.contextName(port.type()).equals(context.name()))
        .map(this::facts)
        .toList();
  }

  private InPortFacts facts(InPort port) {
    List<JavaClass> services = port.services();
    return new InPortFacts(
        port.name(),
        purposes.of(port.type()),
        services.stream().map(JavaClass::getSimpleName).toList(),
        services.stream().flatMap(this::outPortsOf).distinct().toList(),
        permissions.of(port),
        callers(port));
  }

  private Stream<String> outPortsOf(JavaClass service) {
    List<JavaClass> injected =
        service.getConstructors().stream()
            .flatMap(constructor -> constructor.getRawParameterTypes().stream())
            .toList();
    return house.outPorts().stream()
        .filter(port -> injected.contains(port.type()))
        .map(OutPort::name);
  }

  private static List<String> callers(InPort port) {
    List<JavaClass> callers = port.callers();
    return port.type().getAccessesToSelf().stream()
        .map(JavaAccess::getOrigin)
        .filter(origin -> callers.contains(origin.getOwner()))
        .map(InPorts::nameOf)
        .distinct()
        .sorted()
        .toList();
  }

  /** How the report names a method. */
  static String nameOf(JavaCodeUnit codeUnit) {
    return codeUnit.getOwner().getSimpleName() + "." + codeUnit.getName();
  }
}
