package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * An out-port of one context that in-ports of another serve.
 *
 * @param from the context that asks
 * @param outPort what it asks by
 * @param to the context that answers
 * @param inPorts what answers
 * @param by the class that joins them
 */
public record Join(String from, String outPort, String to, List<String> inPorts, String by) {
  public Join {
    inPorts = List.copyOf(inPorts);
  }
}
