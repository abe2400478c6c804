package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * What a context asks of the outside.
 *
 * @param name its interface
 * @param purpose what it is for, in its own words; empty when nobody wrote it down
 * @param services the services that use it
 * @param contracts the abstract tests that every implementation has to pass; one in a sound house
 * @param adapters its implementations in production
 * @param standIns its implementations for tests
 */
public record OutPortFacts(
    String name,
    String purpose,
    List<String> services,
    List<String> contracts,
    List<Implementation> adapters,
    List<Implementation> standIns) {
  public OutPortFacts {
    services = List.copyOf(services);
    contracts = List.copyOf(contracts);
    adapters = List.copyOf(adapters);
    standIns = List.copyOf(standIns);
  }
}
