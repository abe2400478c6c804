package dev.quartermaster.rest.webhooks;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The patterns of event types that a request names. */
final class EventTypes {
  private EventTypes() {}

  /**
   * Reads them.
   *
   * @throws InvalidInput naming every entry at fault
   */
  static Set<EventTypePattern> read(List<String> texts) {
    Set<EventTypePattern> patterns = new LinkedHashSet<>();
    List<FieldError> errors = new ArrayList<>();
    for (int index = 0; index < texts.size(); index++) {
      String text = texts.get(index);
      if (EventTypePattern.isPattern(text)) {
        patterns.add(new EventTypePattern(text));
      } else {
        errors.add(
            new FieldError(
                "eventTypes[" + index + "]",
                "must be a type such as order.placed, all of a thing such as order.*, or *"));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return patterns;
  }
}
