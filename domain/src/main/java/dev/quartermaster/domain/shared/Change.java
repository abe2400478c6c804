package dev.quartermaster.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a field of something differs from before.
 *
 * @param field the field's name, as clients know it
 * @param before what it was; empty when there was none
 * @param after what it is; empty when there is none any more
 */
public record Change(String field, Optional<String> before, Optional<String> after) {

  /**
   * The fields that differ between two states, by name. What was made has no state before, and what
   * was deleted none after.
   */
  public static List<Change> between(Map<String, String> before, Map<String, String> after) {
    TreeSet<String> fields = new TreeSet<>(before.keySet());
    fields.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String field : fields) {
      if (!Objects.equals(before.get(field), after.get(field))) {
        changes.add(
            new Change(
                field,
                Optional.ofNullable(before.get(field)),
                Optional.ofNullable(after.get(field))));
      }
    }
    return changes;
  }
}
