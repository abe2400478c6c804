package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * A class that implements an out-port.
 *
 * @param name its class
 * @param module where it is
 * @param decorator whether it wraps another implementation
 * @param contractTests the tests that run the port's contract on it
 */
public record Implementation(
    String name, String module, boolean decorator, List<String> contractTests) {
  public Implementation {
    contractTests = List.copyOf(contractTests);
  }
}
