package dev.quartermaster.cache.catalog;

import dev.quartermaster.cache.shared.CachedForm;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import java.util.UUID;

/** How products look in Redis. */
final class ProductForm implements CachedForm<ProductId, Product> {

  @Override
  public String format() {
    return ProductJson.FORMAT;
  }

  @Override
  public String writeKey(ProductId id) {
    return id.toString();
  }

  @Override
  public ProductId readKey(String text) {
    return new ProductId(UUID.fromString(text));
  }

  @Override
  public String writeValue(Product product) {
    return ProductJson.write(product);
  }

  @Override
  public Product readValue(String text) {
    return ProductJson.read(text);
  }

  @Override
  public long version(Product product) {
    return product.version();
  }
}
