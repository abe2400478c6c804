package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.quartermaster.architecture.report.facts.BuildModule;
import dev.quartermaster.architecture.report.facts.ModuleRole;
import dev.quartermaster.architecture.rules.Layer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the production modules, from the core outwards. */
final class Modules {
  private final House house;

  Modules(House house) {
    this.house = house;
  }

  List<BuildModule> read() {
    Map<String, List<JavaClass>> byModule =
        house.production().stream()
            .collect(Collectors.groupingBy(Origin::module, TreeMap::new, Collectors.toList()));
    return byModule.entrySet().stream()
        .map(entry -> module(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(BuildModule::role).thenComparing(BuildModule::name))
        .toList();
  }

  private BuildModule module(String name, List<JavaClass> classes) {
    return new BuildModule(
        name,
        role(Layer.of(classes.getFirst()).orElseThrow()),
        (int) classes.stream().filter(JavaClass::isTopLevelClass).count(),
        Uses.between(classes, target -> house.module(target).filter(other -> !other.equals(name))));
  }

  private static ModuleRole role(Layer layer) {
    return switch (layer) {
      case DOMAIN -> ModuleRole.DOMAIN;
      case APPLICATION -> ModuleRole.APPLICATION;
      case INBOUND_ADAPTER -> ModuleRole.INBOUND_ADAPTER;
      case OUTBOUND_ADAPTER -> ModuleRole.OUTBOUND_ADAPTER;
      case BOOTSTRAP -> ModuleRole.COMPOSITION_ROOT;
    };
  }
}
