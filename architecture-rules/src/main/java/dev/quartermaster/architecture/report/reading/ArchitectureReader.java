package dev.quartermaster.architecture.report.reading;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.quartermaster.architecture.report.facts.Architecture;
import dev.quartermaster.architecture.report.facts.BuildModule;
import dev.quartermaster.architecture.report.facts.ContextFacts;
import dev.quartermaster.architecture.report.facts.Cycle;
import dev.quartermaster.architecture.report.facts.Join;
import dev.quartermaster.architecture.report.facts.RuleCheck;
import dev.quartermaster.architecture.report.facts.Use;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads all facts about a house. */
public final class ArchitectureReader {
  private final Path root;
  private final House house;
  private final List<RuleCheck> rules;

  /**
   * @param root the folder of the project, for what byte code does not say
   * @param classes all classes, those of tests included
   * @param rules the rules, already checked
   */
  public ArchitectureReader(Path root, JavaClasses classes, List<RuleCheck> rules) {
    this.root = root;
    this.house = new House(classes);
    this.rules = rules;
  }

  /** Reads the facts. */
  public Architecture read() {
    Purposes purposes = new Purposes(root);
    Permissions permissions = new Permissions();
    List<BuildModule> modules = new Modules(house).read();
    List<ContextFacts> contexts =
        new Contexts(
                house,
                new InPorts(house, purposes, permissions),
                new OutPorts(house, purposes),
                purposes)
            .read();
    List<Join> joins = new Joins(house).read();
    return new Architecture(
        modules,
        contexts,
        new Endpoints(house, permissions, new Limits(house)).read(),
        new Triggers(house).read(),
        joins,
        cycles(modules, contexts, joins),
        rules,
        new Mutations(root).read(),
        new Decisions(root).read());
  }

  private static List<Cycle> cycles(
      List<BuildModule> modules, List<ContextFacts> contexts, List<Join> joins) {
    Map<String, List<String>> moduleUses =
        modules.stream()
            .collect(Collectors.toMap(BuildModule::name, module -> names(module.uses())));
    Map<String, List<String>> contextUses =
        contexts.stream()
            .collect(Collectors.toMap(ContextFacts::name, context -> usesAndJoins(context, joins)));
    return Stream.concat(cycles("modules", moduleUses), cycles("contexts", contextUses)).toList();
  }

  private static Stream<Cycle> cycles(String kind, Map<String, ? extends Collection<String>> uses) {
    return Cycles.in(uses).stream().map(members -> new Cycle(kind, members));
  }

  private static List<String> usesAndJoins(ContextFacts context, List<Join> joins) {
    return Stream.concat(
            names(context.uses()).stream(),
            joins.stream().filter(join -> join.from().equals(context.name())).map(Join::to))
        .toList();
  }

  private static List<String> names(List<Use> uses) {
    return uses.stream().map(Use::name).toList();
  }
}
