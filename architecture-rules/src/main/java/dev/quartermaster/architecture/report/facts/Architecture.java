package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * A house, as its byte code and its documents show it.
 *
 * @param modules the production modules, from the core outwards
 * @param contexts the contexts, each after those that use it
 * @param endpoints what HTTP clients can call
 * @param triggers what makes the application act by itself
 * @param joins where one context serves another
 * @param cycles modules or contexts that use each other in a circle
 * @param rules the rules with their verdicts
 * @param mutations what was broken on purpose to see the rules fail
 * @param decisions the decisions on record
 */
public record Architecture(
    List<BuildModule> modules,
    List<ContextFacts> contexts,
    List<EndpointFacts> endpoints,
    List<Trigger> triggers,
    List<Join> joins,
    List<Cycle> cycles,
    List<RuleCheck> rules,
    List<Mutation> mutations,
    List<Decision> decisions) {
  public Architecture {
    modules = List.copyOf(modules);
    contexts = List.copyOf(contexts);
    endpoints = List.copyOf(endpoints);
    triggers = List.copyOf(triggers);
    joins = List.copyOf(joins);
    cycles = List.copyOf(cycles);
    rules = List.copyOf(rules);
    mutations = List.copyOf(mutations);
    decisions = List.copyOf(decisions);
  }

  /** Everything of which a sound house has none. */
  public int violations() {
    return rules.stream().mapToInt(rule -> rule.violations().size()).sum();
  }

  /** How many rules the code keeps. */
  public long rulesThatHold() {
    return rules.stream().filter(RuleCheck::holds).count();
  }

  /** The rules that the code breaks. */
  public List<RuleCheck> brokenRules() {
    return rules.stream().filter(rule -> !rule.holds()).toList();
  }

  /** The number of use cases. */
  public int inPorts() {
    return contexts.stream().mapToInt(context -> context.inPorts().size()).sum();
  }

  /** The number of ports to the outside. */
  public int outPorts() {
    return contexts.stream().mapToInt(context -> context.outPorts().size()).sum();
  }
}
