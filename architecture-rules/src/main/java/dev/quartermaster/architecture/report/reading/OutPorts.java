package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.quartermaster.architecture.report.facts.Implementation;
import dev.quartermaster.architecture.report.facts.OutPortFacts;
import dev.quartermaster.architecture.rules.Context;
import dev.quartermaster.architecture.rules.OutPort;
import java.util.List;

/** Reads what a context asks of the outside, who answers, and how the answers are tested. */
final class OutPorts {
  private static final String DECORATOR = "jakarta.decorator.Decorator";

  private final House house;
  private final Purposes purposes;

  OutPorts(House house, Purposes purposes) {
    this.house = house;
    this.purposes = purposes;
  }

  List<OutPortFacts> of(Context context) {
    return house.outPorts().stream()
        .filter(port -> House.contextName(port.type()).equals(context.name()))
        .map(this::facts)
        .toList();
  }

  private OutPortFacts facts(OutPort port) {
    return new OutPortFacts(
        port.name(),
        purposes.of(port.type()),
        services(port),
        port.contract().stream().map(JavaClass::getSimpleName).toList(),
        port.adapters().stream().map(adapter -> implementation(port, adapter)).toList(),
        port.standIns().stream().map(standIn -> implementation(port, standIn)).toList());
  }

  private List<String> services(OutPort port) {
    return house.inPorts().stream()
        .flatMap(inPort -> inPort.services().stream())
        .filter(
            service ->
                service.getConstructors().stream()
                    .anyMatch(
                        constructor -> constructor.getRawParameterTypes().contains(port.type())))
        .map(JavaClass::getSimpleName)
        .sorted()
        .toList();
  }

  private static Implementation implementation(OutPort port, JavaClass javaClass) {
    return new Implementation(
        javaClass.getSimpleName(),
        Origin.module(javaClass),
        javaClass.isAnnotatedWith(DECORATOR),
        port.contractTests(javaClass).stream().map(JavaClass::getSimpleName).sorted().toList());
  }
}
