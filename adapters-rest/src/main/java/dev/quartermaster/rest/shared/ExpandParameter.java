package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to see within resources.
 *
 * @param expand the paths of what is to be shown, comma-separated
 */
public record ExpandParameter(
    @Parameter(
            description =
                "What to show within, comma-separated: stock in products, items.product in orders.")
        @QueryParam("expand")
        @Nullable String expand) {

  /**
   * Whether the client asks for the only path that there is.
   *
   * @throws InvalidInput naming it when something else is asked for
   */
  public boolean asksFor(String path) {
    if (expand == null) {
      return false;
    }
    Set<String> unknown = new TreeSet<>(Arrays.asList(expand.split(",", -1)));
    boolean isAsked = unknown.remove(path);
    if (!unknown.isEmpty()) {
      throw InvalidInput.of(
          "expand", "knows no " + String.join(", ", unknown) + "; known is " + path);
    }
    return isAsked;
  }
}
