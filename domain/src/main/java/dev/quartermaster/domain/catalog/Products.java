package dev.quartermaster.domain.catalog;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The living products. A deleted one is found no more, and its sku is free again. */
public interface Products {

  /**
   * The product, if it lives. May be served from a cache, which every node drops within a second of
   * a change's commit.
   */
  Optional<Product> find(ProductId id);

  /**
   * What {@link #find} would give, if that is known without any waiting. Empty means that {@link
   * #find} has to be asked, and not that there is no such product.
   */
  default Optional<Product> findAtHand(ProductId id) {
    return Optional.empty();
  }

  /** The product as stored, if it lives, locked until the transaction ends. */
  Optional<Product> findForUpdate(ProductId id);

  /** Those of the products that live, as stored, in no particular order. */
  List<Product> findAll(Collection<ProductId> ids);

  /** A part of the products that meet the filter; by default the newest first. */
  Slice<Product> list(ProductFilter filter, PageRequest<ProductField> page);

  /**
   * Adds a product.
   *
   * @throws SkuTaken when a living product has the sku
   */
  void add(Product product);

  /**
   * Adds those products whose sku no living product has.
   *
   * @return the products that were added
   */
  List<Product> addMissing(List<Product> products);

  /**
   * Replaces the stored state.
   *
   * @throws SkuTaken when another living product has the sku
   */
  void update(Product product);

  /** Deletes the product; orders that name it stay as they are. */
  void delete(ProductId id, Instant at);
}
