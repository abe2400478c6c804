package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A row of {@code products}. */
@Entity
@Table(name = "products")
class ProductEntity {
  @Id private UUID id;

  private String sku;

  private String name;

  private String description;

  private @Nullable String category;

  @Column(name = "price_amount")
  private long priceAmount;

  @Column(name = "price_currency")
  private String priceCurrency;

  @ColumnTransformer(write = "CAST(? AS jsonb)")
  private String attributes;

  private String status;

  @Column(name = "search_text")
  private String searchText;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  private long version;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields, which the analysis cannot see.
  protected ProductEntity() {}

  ProductEntity(Product product) {
    id = product.id().value();
    createdAt = product.createdAt();
    sku = product.sku().value();
    name = product.name();
    description = product.description();
    category = product.category().orElse(null);
    priceAmount = product.price().amount();
    priceCurrency = product.price().currency().getCurrencyCode();
    attributes = AttributesJson.write(product.attributes());
    status = product.status().code();
    searchText = SearchText.of(product);
    updatedAt = product.updatedAt();
    version = product.version();
  }

  void replaceBy(Product product) {
    sku = product.sku().value();
    name = product.name();
    description = product.description();
    category = product.category().orElse(null);
    priceAmount = product.price().amount();
    priceCurrency = product.price().currency().getCurrencyCode();
    attributes = AttributesJson.write(product.attributes());
    status = product.status().code();
    searchText = SearchText.of(product);
    updatedAt = product.updatedAt();
    version = product.version();
  }

  void delete(Instant at) {
    deletedAt = at;
  }

  Product toProduct() {
    return new Product(
        new ProductId(id),
        new Sku(sku),
        name,
        description,
        Optional.ofNullable(category),
        new Money(priceAmount, Currency.getInstance(priceCurrency)),
        AttributesJson.read(attributes),
        ProductStatus.ofCode(status).orElseThrow(),
        createdAt,
        updatedAt,
        version);
  }
}
