package dev.quartermaster.rest.shared;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many things of a list have each value of a field.
 *
 * @param values the most frequent values
 * @param moreValues whether there are others
 * @param countsAreAtLeast whether not all things were counted
 */
@Schema(name = "Facet", description = "How many things of the list have each value of a field")
public record FacetView(
    @Schema(description = "The most frequent values first, 50 at the most", maxItems = 50)
        List<ValueView> values,
    @Schema(description = "Whether there are values beside these") boolean moreValues,
    @Schema(
            description =
                "Whether the list is too long to count it all; then 10,000 things of it were")
        boolean countsAreAtLeast) {
  public FacetView {
    values = List.copyOf(values);
  }

  /**
   * A value and how often it occurs.
   *
   * @param value the value
   * @param count how many things have it
   */
  @Schema(name = "FacetValue", description = "A value and how many things have it")
  public record ValueView(
      @Schema(
              description = "The value, as a filter takes it",
              maxLength = 500,
              examples = "candles")
          String value,
      @Schema(description = "How many things of the list have it", minimum = "0", examples = "12")
          long count) {}
}
