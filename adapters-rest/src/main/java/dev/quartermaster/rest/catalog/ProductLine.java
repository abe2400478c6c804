package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.rest.shared.MoneyBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product in a file of products: what {@link CreateProductRequest} takes of it, and no more. */
record ProductLine(
    String sku,
    String name,
    String description,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String category,
    MoneyBody price,
    Map<String, Object> attributes,
    String status) {

  static ProductLine of(Product product) {
    return new ProductLine(
        product.sku().value(),
        product.name(),
        product.description(),
        product.category().orElse(null),
        MoneyBody.of(product.price()),
        AttributeValues.write(product.attributes()),
        product.status().code());
  }
}
