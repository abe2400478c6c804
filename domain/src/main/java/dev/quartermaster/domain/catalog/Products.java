package dev.quartermaster.domain.catalog;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The living products. A deleted one is found no more, and its sku is free again. */
public interface Products {
  /** How many products of a search are counted at the most. */
  int MAX_COUNTED = 1_000;

  /** A part of a sku has at least as many characters to be searched. */
  int MIN_PART_OF_SKU = 3;

  /**
   * The product, if it lives. Outside of transactions it may be served from a cache, which shows a
   * change at once on the node that made it, and within a second of its commit on every other.
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

  /** Those of the products that live, as stored, locked until the transaction ends. */
  List<Product> lockAll(Collection<ProductId> ids);

  /**
   * Those living products that have one of the skus, as stored, locked until the transaction ends.
   */
  List<Product> findAllForUpdate(Collection<Sku> skus);

  /**
   * A part of the products that meet the filter; by default the most relevant first if a text is
   * searched, else the newest.
   *
   * <p>A text is found where each of its words is in the name, the sku, the category or the
   * description, whatever its capitals and accents; of the last word the beginning is enough. A
   * word of letters that no product has is taken for the ones most like it. A text that could be
   * part of a sku is found there, too. Most relevant are the products whose sku it is or that have
   * each whole word in their name; then those with each word in name and sku; then those with each
   * in name, sku and category; then the rest. The newest are first among equals.
   *
   * <p>What is searched, by a text or by attributes, is counted up to {@value #MAX_COUNTED}.
   * Outside of transactions the part may be served from a cache, as {@link #find} may.
   */
  Slice<Product> list(ProductFilter filter, PageRequest<ProductField> page);

  /**
   * How many of the products that meet the filter have each value of the fields, in the order of
   * the fields. A list that is searched, or whose attributes are counted, is not counted to its end
   * when it is too long.
   */
  List<Facet> facets(ProductFilter filter, List<Facet.Field> fields);

  /** The names of the attributes that living products have, sorted. */
  List<String> attributeNames();

  /** Hands over all living products by their skus, and never holds more than a few of them. */
  void forEach(Consumer<Product> receiver);

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

  /**
   * Replaces the stored state of several living products, all of them locked.
   *
   * @throws SkuTaken when another living product has one of the skus
   */
  void updateAll(List<Product> products);

  /** Deletes several products, as {@link #delete} does one. */
  void deleteAll(Collection<ProductId> ids, Instant at);

  /** Deletes the product; orders that name it stay as they are. */
  void delete(ProductId id, Instant at);
}
