package dev.quartermaster.rest.catalog;

import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.FacetView;
import dev.quartermaster.rest.shared.StorableText;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** By what a list of products shall be counted. */
record FacetParameters(
    @Parameter(
            description =
                "Fields to count the whole list by, comma-separated: category, status and"
                    + " attributes.<name>; 5 at the most.",
            example = "category,attributes.colour",
            schema = @Schema(type = SchemaType.STRING, maxLength = 500))
        @QueryParam("facets")
        @Nullable String facets) {

  /**
   * The fields, in the order in which the client names them.
   *
   * @throws InvalidInput when one is unknown
   */
  List<Facet.Field> read() {
    if (facets == null) {
      return List.of();
    }
    Set<Facet.Field> fields = new LinkedHashSet<>();
    Stream.of(facets.split(",", -1)).map(FacetParameters::field).forEach(fields::add);
    return List.copyOf(fields);
  }

  static Map<String, FacetView> show(List<Facet> counted) {
    Map<String, FacetView> views = new LinkedHashMap<>();
    counted.forEach(facet -> views.put(name(facet.field()), view(facet)));
    return views;
  }

  private static Facet.Field field(String name) {
    return switch (name) {
      case "category" -> new Facet.Category();
      case "status" -> new Facet.Status();
      case String other when isAttribute(other) ->
          new Facet.Attribute(other.substring(ProductFilterParameters.ATTRIBUTES.length()));
      default ->
          throw InvalidInput.of(
              "facets",
              "knows no field " + name + "; known are category, status and attributes.<name>");
    };
  }

  private static boolean isAttribute(String name) {
    if (!name.startsWith(ProductFilterParameters.ATTRIBUTES)) {
      return false;
    }
    String attribute = name.substring(ProductFilterParameters.ATTRIBUTES.length());
    return !attribute.isBlank()
        && attribute.length() <= Product.MAX_ATTRIBUTE_NAME_LENGTH
        && StorableText.isStorable(attribute);
  }

  private static String name(Facet.Field field) {
    return switch (field) {
      case Facet.Category() -> "category";
      case Facet.Status() -> "status";
      case Facet.Attribute(var name) -> ProductFilterParameters.ATTRIBUTES + name;
    };
  }

  private static FacetView view(Facet facet) {
    return new FacetView(
        facet.values().stream()
            .map(count -> new FacetView.ValueView(count.value(), count.products()))
            .toList(),
        facet.moreValues(),
        facet.atLeast());
  }
}
