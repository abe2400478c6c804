package dev.quartermaster.rest.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a file of products: those of {@link CreateProductRequest}, in any order, and one
 * for each attribute.
 *
 * @param names what the header row says
 */
record CsvColumns(List<String> names) {
  static final String AMOUNT = "price.amount";
  static final String CURRENCY = "price.currency";
  static final String ATTRIBUTE = "attributes.";

  private static final List<String> REQUIRED = List.of("sku", "name", AMOUNT, CURRENCY);
  private static final List<String> OPTIONAL = List.of("description", "category", "status");

  CsvColumns {
    names = List.copyOf(names);
  }

  /** The columns of a file that holds everything there is. */
  static CsvColumns ofAll(List<String> attributes) {
    return new CsvColumns(
        Stream.of(REQUIRED, OPTIONAL, attributes.stream().map(ATTRIBUTE::concat).toList())
            .flatMap(List::stream)
            .toList());
  }

  /**
   * Asserts that products can be read from these columns.
   *
   * @throws InvalidInput naming every column that is unknown, missing or there twice
   */
  void check() {
    List<FieldError> errors = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!REQUIRED.contains(name) && !OPTIONAL.contains(name) && !name.startsWith(ATTRIBUTE)) {
        errors.add(
            new FieldError(
                name,
                "is no column of a product; known are sku, name, description, category, "
                    + "price.amount, price.currency, status and attributes.<name>"));
      }
      if (!seen.add(name)) {
        errors.add(new FieldError(name, "must be the header of one column only"));
      }
    }
    REQUIRED.stream()
        .filter(name -> !seen.contains(name))
        .forEach(name -> errors.add(new FieldError(name, "must be among the header's columns")));
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  /** The row of a product; empty where it has nothing to say. */
  String[] rowOf(Product product) {
    return names.stream().map(name -> cell(name, product)).toArray(String[]::new);
  }

  private static String cell(String name, Product product) {
    return switch (name) {
      case "sku" -> CsvCell.write(product.sku().value());
      case "name" -> CsvCell.write(product.name());
      case "description" -> CsvCell.write(product.description());
      case "category" -> product.category().map(CsvCell::write).orElse("");
      case AMOUNT -> Long.toString(product.price().amount());
      case CURRENCY -> product.price().currency().getCurrencyCode();
      case "status" -> product.status().code();
      default -> attribute(name.substring(ATTRIBUTE.length()), product);
    };
  }

  private static String attribute(String name, Product product) {
    return product.attributes().containsKey(name)
        ? CsvCell.write(product.attributes().get(name))
        : "";
  }
}
