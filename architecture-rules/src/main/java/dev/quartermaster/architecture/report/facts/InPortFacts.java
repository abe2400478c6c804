package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * A use case.
 *
 * @param name its interface
 * @param purpose what it does, in its own words; empty when nobody wrote it down
 * @param services the services behind it; exactly one in a sound house
 * @param outPorts the out-ports that its services use
 * @param permission what it asks of the actor
 * @param callers who calls it from the outside, as class and method
 */
public record InPortFacts(
    String name,
    String purpose,
    List<String> services,
    List<String> outPorts,
    PermissionCheck permission,
    List<String> callers) {
  public InPortFacts {
    services = List.copyOf(services);
    outPorts = List.copyOf(outPorts);
    callers = List.copyOf(callers);
  }
}
