package dev.quartermaster.domain.catalog;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the world learns of products. */
public final class ProductEvents {
  private static final int SCHEMA_VERSION = 1;

  private ProductEvents() {}

  /** The product was created. */
  public static DomainEvent created(Product product, Actor actor) {
    return event("product.created", product, product.version(), actor, product.updatedAt());
  }

  /** The product was changed, to what it is now. */
  public static DomainEvent updated(Product product, Actor actor) {
    return event("product.updated", product, product.version(), actor, product.updatedAt());
  }

  /** The product, as it was at last, was deleted. */
  public static DomainEvent deleted(Product product, Actor actor, Instant at) {
    return event("product.deleted", product, product.version() + 1, actor, at);
  }

  private static DomainEvent event(
      String type, Product product, long sequence, Actor actor, Instant at) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", product.id().toString());
    data.put("sku", product.sku().value());
    data.put("name", product.name());
    data.put("description", product.description());
    product.category().ifPresent(category -> data.put("category", category));
    data.put("price", product.price().toTree());
    data.put("status", product.status().code());
    data.put("createdAt", product.createdAt().toString());
    data.put("updatedAt", product.updatedAt().toString());
    return new DomainEvent(
        type,
        SCHEMA_VERSION,
        "product",
        product.id().toString(),
        sequence,
        Optional.empty(),
        actor,
        at,
        Optional.empty(),
        data);
  }
}
