package dev.quartermaster.rest.catalog;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.StorableText;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which products a list shall hold. */
record ProductFilterParameters(
    @Parameter(
            description =
                "Words that must be in the name, the sku, the category or the description; the"
                    + " beginning is enough of the last one, and mistyped ones are understood. Or a"
                    + " part of a sku.",
            example = "heart",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
        @QueryParam("q")
        @Nullable String q,
    @Parameter(
            description = "Exactly this category.",
            example = "candles",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
        @QueryParam("category")
        @Nullable String category,
    @Parameter(
            description = "At least this price, in minor units.",
            example = "100",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
        @QueryParam("minPrice")
        @Nullable String minPrice,
    @Parameter(
            description = "At most this price, in minor units.",
            example = "2000",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
        @QueryParam("maxPrice")
        @Nullable String maxPrice,
    @Parameter(
            description = "draft, active or archived; others than active need catalog:write.",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"draft", "active", "archived"}))
        @QueryParam("status")
        @Nullable String status) {
  /** What the names of parameters begin with that ask for an attribute. */
  static final String ATTRIBUTES = "attributes.";

  private static final int MAX_TEXT_LENGTH = 200;
  private static final int MAX_ATTRIBUTES = 10;
  private static final int MAX_VALUES = 10;

  /**
   * The conditions, read.
   *
   * @param uri the request's address, which has the parameters that name attributes
   * @throws InvalidInput naming every parameter at fault
   */
  Conditions read(UriInfo uri) {
    List<FieldError> errors = new ArrayList<>();
    checkText("q", q, errors);
    checkText("category", category, errors);
    OptionalLong min = price("minPrice", minPrice, errors);
    OptionalLong max = price("maxPrice", maxPrice, errors);
    Optional<ProductStatus> wanted = Optional.ofNullable(status).flatMap(ProductStatus::ofCode);
    if (status != null && wanted.isEmpty()) {
      errors.add(new FieldError("status", "must be draft, active or archived"));
    }
    Map<String, Set<AttributeValue>> attributes = attributes(uri, errors);
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new Conditions(
        Optional.ofNullable(q).map(String::strip).filter(text -> !text.isEmpty()),
        Optional.ofNullable(category),
        min,
        max,
        wanted,
        attributes);
  }

  private static Map<String, Set<AttributeValue>> attributes(UriInfo uri, List<FieldError> errors) {
    Map<String, Set<AttributeValue>> attributes = new TreeMap<>();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (name.startsWith(ATTRIBUTES)) {
                checkAttribute(name, values, errors);
                attributes.put(
                    name.substring(ATTRIBUTES.length()),
                    values.stream()
                        .flatMap(value -> AttributeValue.writtenAs(value).stream())
                        .collect(Collectors.toSet()));
              }
            });
    if (attributes.size() > MAX_ATTRIBUTES) {
      errors.add(
          new FieldError("attributes", "at most " + MAX_ATTRIBUTES + " of them can be given"));
    }
    return attributes;
  }

  private static void checkAttribute(String name, List<String> values, List<FieldError> errors) {
    String attribute = name.substring(ATTRIBUTES.length());
    if (attribute.isBlank()
        || attribute.length() > Product.MAX_ATTRIBUTE_NAME_LENGTH
        || !StorableText.isStorable(attribute)) {
      errors.add(
          new FieldError(
              name,
              "must name an attribute after the dot, in 1 to "
                  + Product.MAX_ATTRIBUTE_NAME_LENGTH
                  + " characters"));
    }
    if (values.size() > MAX_VALUES) {
      errors.add(new FieldError(name, "can be given at most " + MAX_VALUES + " times"));
    }
    if (values.stream()
        .anyMatch(
            value ->
                value.length() > Product.MAX_ATTRIBUTE_TEXT_LENGTH
                    || !StorableText.isStorable(value))) {
      errors.add(
          new FieldError(
              name,
              "must have at most "
                  + Product.MAX_ATTRIBUTE_TEXT_LENGTH
                  + " characters, and "
                  + StorableText.RULE));
    }
  }

  private static void checkText(String name, @Nullable String text, List<FieldError> errors) {
    if (text != null && (text.length() > MAX_TEXT_LENGTH || text.indexOf('\0') >= 0)) {
      errors.add(
          new FieldError(
              name, "must have at most " + MAX_TEXT_LENGTH + " characters and no U+0000"));
    }
  }

  private static OptionalLong price(String name, @Nullable String text, List<FieldError> errors) {
    if (text == null) {
      return OptionalLong.empty();
    }
    if (!text.matches("[0-9]{1,18}")) {
      errors.add(new FieldError(name, "must be a whole number of minor units"));
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /** The conditions in the terms of the domain. */
  record Conditions(
      Optional<String> text,
      Optional<String> category,
      OptionalLong minPrice,
      OptionalLong maxPrice,
      Optional<ProductStatus> status,
      Map<String, Set<AttributeValue>> attributes) {
    Conditions {
      attributes = Map.copyOf(attributes);
    }
  }
}
