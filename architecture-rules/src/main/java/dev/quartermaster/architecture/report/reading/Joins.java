package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.quartermaster.architecture.report.facts.Join;
import dev.quartermaster.architecture.rules.Layer;
import dev.quartermaster.architecture.rules.OutPort;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads where the composition root lets in-ports of one context serve an out-port of another. */
final class Joins {
  private final House house;

  Joins(House house) {
    this.house = house;
  }

  List<Join> read() {
    return house.production(Layer.BOOTSTRAP).stream()
        .flatMap(this::joins)
        .sorted(Comparator.comparing(Join::from).thenComparing(Join::outPort))
        .toList();
  }

  private Stream<Join> joins(JavaClass joiner) {
    return house.outPorts().stream()
        .filter(port -> port.adapters().contains(joiner))
        .flatMap(port -> joins(joiner, port));
  }

  private Stream<Join> joins(JavaClass joiner, OutPort outPort) {
    Map<String, List<String>> servedBy =
        joiner.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .distinct()
            .filter(house::isInPort)
            .sorted(Comparator.comparing(JavaClass::getName))
            .collect(
                Collectors.groupingBy(
                    House::contextName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
    return servedBy.entrySet().stream()
        .map(
            server ->
                new Join(
                    House.contextName(outPort.type()),
                    outPort.name(),
                    server.getKey(),
                    server.getValue(),
                    joiner.getSimpleName()));
  }
}
