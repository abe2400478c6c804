package dev.quartermaster.architecture.report.facts;

import java.util.List;

/**
 * A decision on record.
 *
 * @param file its file name
 * @param title what was decided about
 * @param status whether it still stands
 * @param text the record itself
 */
public record Decision(String file, String title, String status, List<TextBlock> text) {
  public Decision {
    text = List.copyOf(text);
  }
}
