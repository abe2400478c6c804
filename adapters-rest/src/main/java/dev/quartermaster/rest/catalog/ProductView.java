package dev.quartermaster.rest.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.rest.shared.MoneyBody;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product as clients see it. Stock is no part of it; the link {@code stock} leads there. */
@Schema(name = "Product", description = "An article of the catalogue")
record ProductView(
    @Schema(description = "Identifies the product") UUID id,
    @Schema(
            description = "The shop's own number of the article",
            maxLength = 64,
            examples = "85123A")
        String sku,
    @Schema(
            description = "Name",
            maxLength = Product.MAX_NAME_LENGTH,
            examples = "WHITE HANGING HEART T-LIGHT HOLDER")
        String name,
    @Schema(
            description = "Description; may be empty",
            maxLength = Product.MAX_DESCRIPTION_LENGTH,
            examples = "A heart of white metal for a tea light.")
        String description,
    @Schema(
            description = "Category; null when it has none",
            maxLength = Product.MAX_CATEGORY_LENGTH,
            examples = "candles")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable String category,
    @Schema(description = "Price of one piece") MoneyBody price,
    @Schema(
            description = "Further properties by name",
            additionalProperties = AttributeSchema.class,
            maxProperties = Product.MAX_ATTRIBUTES,
            examples = "{\"colour\": \"white\"}")
        Map<String, Object> attributes,
    @Schema(
            description = "draft, active or archived",
            enumeration = {"draft", "active", "archived"},
            examples = "active")
        String status,
    @Schema(description = "Addresses of images", maxItems = 100)
        List<@Size(max = 2048) String> images,
    @Schema(description = "When it was added") Instant createdAt,
    @Schema(description = "When it last changed") Instant updatedAt,
    @Schema(
            description = "How many pieces there are; with expand=stock",
            ref = "#/components/schemas/Stock")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Object stock,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  static final String PATH = "/api/v1/products";

  ProductView {
    images = List.copyOf(images);
  }

  static ProductView of(Product product, Actor actor) {
    return of(product, null, actor);
  }

  /** The view with the stock, if it is known. */
  static ProductView of(Product product, @Nullable Object stock, Actor actor) {
    return new ProductView(
        product.id().value(),
        product.sku().value(),
        product.name(),
        product.description(),
        product.category().orElse(null),
        MoneyBody.of(product.price()),
        AttributeValues.write(product.attributes()),
        product.status().code(),
        List.of(),
        product.createdAt(),
        product.updatedAt(),
        stock,
        links(product, actor));
  }

  private static Map<String, String> links(Product product, Actor actor) {
    String self = PATH + "/" + product.id();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    links.put("stock", self + "/stock");
    if (product.isForSale() && !(actor instanceof Actor.Anonymous)) {
      links.put("order", "/api/v1/orders");
    }
    if (actor.may(Permission.CATALOG_WRITE)) {
      links.put("edit", self);
      links.put("delete", self);
    }
    if (actor.may(Permission.INVENTORY_WRITE)) {
      links.put("adjustStock", self + "/stock/adjustments");
    }
    return links;
  }
}
