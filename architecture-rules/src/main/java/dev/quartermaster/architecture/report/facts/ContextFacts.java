package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * A context: one part of the business, through all modules.
 *
 * @param name its name, which is a package in every layer
 * @param purpose what it is about, in its own words; empty when nobody wrote it down
 * @param classes how many classes it has in all modules, nested ones not counted
 * @param uses the contexts whose types its core uses
 * @param inPorts its use cases
 * @param outPorts what it asks of the outside
 */
public record ContextFacts(
    String name,
    String purpose,
    int classes,
    List<Use> uses,
    List<InPortFacts> inPorts,
    List<OutPortFacts> outPorts) {
  public ContextFacts {
    uses = List.copyOf(uses);
    inPorts = List.copyOf(inPorts);
    outPorts = List.copyOf(outPorts);
  }
}
