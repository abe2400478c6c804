package dev.quartermaster.cache.catalog;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.Money;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;

/** Products as JSON texts. A change of the form needs a new {@link #FORMAT}. */
final class ProductJson {
  /** Names the form, so that nodes of different releases do not misread each other. */
  static final String FORMAT = "v2";

  private ProductJson() {}

  static String write(Product product) {
    var attributes = new JsonObject();
    product.attributes().forEach((name, value) -> attributes.put(name, write(value)));
    var json =
        new JsonObject()
            .put("id", product.id().toString())
            .put("sku", product.sku().value())
            .put("name", product.name())
            .put("description", product.description())
            .put("amount", product.price().amount())
            .put("currency", product.price().currency().getCurrencyCode())
            .put("attributes", attributes)
            .put("status", product.status().name())
            .put("createdAt", product.createdAt().toString())
            .put("updatedAt", product.updatedAt().toString())
            .put("version", product.version());
    product.category().ifPresent(category -> json.put("category", category));
    return json.encode();
  }

  static Product read(String text) {
    var json = new JsonObject(text);
    var attributes = new HashMap<String, AttributeValue>();
    JsonObject values = json.getJsonObject("attributes");
    values.fieldNames().forEach(name -> attributes.put(name, read(values.getJsonObject(name))));
    return new Product(
        new ProductId(UUID.fromString(json.getString("id"))),
        new Sku(json.getString("sku")),
        json.getString("name"),
        json.getString("description"),
        Optional.ofNullable(json.getString("category")),
        new Money(json.getLong("amount"), Currency.getInstance(json.getString("currency"))),
        attributes,
        ProductStatus.valueOf(json.getString("status")),
        Instant.parse(json.getString("createdAt")),
        Instant.parse(json.getString("updatedAt")),
        json.getLong("version"));
  }

  private static JsonObject write(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Text(var text) -> new JsonObject().put("text", text);
      // As a text, since JSON parsers round numbers.
      case AttributeValue.Numeric(var number) -> new JsonObject().put("number", number.toString());
      case AttributeValue.Flag(var flag) -> new JsonObject().put("flag", flag);
    };
  }

  private static AttributeValue read(JsonObject json) {
    if (json.containsKey("text")) {
      return new AttributeValue.Text(json.getString("text"));
    }
    if (json.containsKey("number")) {
      return new AttributeValue.Numeric(new BigDecimal(json.getString("number")));
    }
    return new AttributeValue.Flag(json.getBoolean("flag"));
  }
}
