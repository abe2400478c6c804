package dev.quartermaster.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;

/** What clients of a description would trip over in another one. */
final class BreakingChanges {
  private final List<String> found = new ArrayList<>();

  private BreakingChanges() {}

  /** Each of them in words; none when clients of the first can go on with the second. */
  static List<String> between(Description first, Description second) {
    BreakingChanges changes = new BreakingChanges();
    changes.collect(
        OpenApiCompare.fromContents(OlderDescription.of(first), OlderDescription.of(second)));
    return changes.found;
  }

  private void collect(ChangedOpenApi changed) {
    changed
        .getMissingEndpoints()
        .forEach(gone -> found.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone"));
    for (ChangedOperation operation : changed.getChangedOperations()) {
      String name = operation.getHttpMethod() + " " + operation.getPathUrl();
      int known = found.size();
      collectOverlooked(operation, name);
      if (operation.isIncompatible() && found.size() == known) {
        found.add(name + " breaks clients: " + parts(operation));
      }
    }
    if (changed.isIncompatible() && found.isEmpty()) {
      found.add("clients break: " + parts(changed));
    }
  }

  /**
   * The library takes a member for dispensable that may be left out. But an answer that never has
   * it again, or a request that is refused for it, breaks whoever used it; and so does a null of
   * which nobody was told.
   */
  private void collectOverlooked(Changed changed, String where) {
    if (changed instanceof ChangedSchema schema) {
      schema
          .getMissingProperties()
          .keySet()
          .forEach(member -> found.add(where + " has no " + member + " any more"));
      if (schema.getContext().isResponse() && isNewlyNull(schema)) {
        found.add(where + " answers null where it never did");
      }
    }
    if (changed instanceof ComposedChanged composed) {
      composed.getChangedElements().stream()
          .filter(Objects::nonNull)
          .forEach(part -> collectOverlooked(part, where));
    }
  }

  private static boolean isNewlyNull(ChangedSchema schema) {
    return !Boolean.TRUE.equals(schema.getOldSchema().getNullable())
        && Boolean.TRUE.equals(schema.getNewSchema().getNullable());
  }

  private static List<String> parts(ComposedChanged changed) {
    return changed.getChangedElements().stream()
        .filter(Objects::nonNull)
        .filter(Changed::isIncompatible)
        .map(part -> part.getClass().getSimpleName())
        .toList();
  }
}
