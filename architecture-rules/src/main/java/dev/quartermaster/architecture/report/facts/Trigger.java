package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * What makes the application act by itself.
 *
 * @param when such as {@code every 5s}
 * @param context the context it belongs to; empty when to none
 * @param handler the class and method behind it
 * @param useCases the in-ports it calls
 */
public record Trigger(String when, String context, String handler, List<String> useCases) {
  public Trigger {
    useCases = List.copyOf(useCases);
  }
}
