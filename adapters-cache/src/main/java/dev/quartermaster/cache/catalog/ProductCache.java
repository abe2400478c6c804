package dev.quartermaster.cache.catalog;

import dev.quartermaster.cache.shared.CacheLink;
import dev.quartermaster.cache.shared.Cacheable;
import dev.quartermaster.cache.shared.ListCache;
import dev.quartermaster.cache.shared.TieredCache;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is cached of the catalogue: each product by its id, and parts of lists of those for sale.
 */
@Singleton
final class ProductCache {
  private static final Set<ProductStatus> FOR_SALE = Set.of(ProductStatus.ACTIVE);

  private final TieredCache<ProductId, Product> products;
  private final ListCache<ListKey, Slice<Product>> lists;

  ProductCache(CacheLink link, MeterRegistry registry) {
    this.products = new TieredCache<>(Cacheable.PRODUCTS, new ProductForm(), link, registry);
    this.lists =
        new ListCache<>(Cacheable.PRODUCT_LISTS, slice -> 1 + slice.items().size(), link, registry);
  }

  /** The product from wherever it is nearest. */
  Optional<Product> find(ProductId id, Supplier<Optional<Product>> database) {
    return products.find(id, database);
  }

  /** The product, if this node's memory has it. */
  Optional<Product> findAtHand(ProductId id) {
    return products.findAtHand(id);
  }

  /** The product as the database has it. */
  Optional<Product> bypass(Supplier<Optional<Product>> database) {
    return products.bypass(database);
  }

  /** A part of a list. What only staff may see is read anew each time, as they are few. */
  Slice<Product> list(
      ProductFilter filter, PageRequest<ProductField> page, Supplier<Slice<Product>> database) {
    return filter.statuses().equals(FOR_SALE)
        ? lists.find(new ListKey(filter, page), database)
        : database.get();
  }

  /**
   * Drops what a change alters that is not committed yet.
   *
   * @param versions the products that are added or changed, with their new versions
   * @return what drops it again, to be run once the change is committed
   */
  Runnable change(Map<ProductId, Long> versions) {
    return change(() -> products.supersede(versions));
  }

  /** {@link #change} for products that are deleted. */
  Runnable deletion(Collection<ProductId> ids) {
    return change(() -> products.supersedeForGood(ids));
  }

  // Before the commit, so that a node that dies right after it leaves nothing stale behind; and
  // after it, for what was read or what Redis forgot meanwhile.
  private Runnable change(Runnable supersession) {
    Runnable endOfChange = lists.beginChange();
    supersession.run();
    return () -> {
      supersession.run();
      endOfChange.run();
    };
  }

  /**
   * Which part of which list.
   *
   * @param filter what the list holds
   * @param page the part of it
   */
  private record ListKey(ProductFilter filter, PageRequest<ProductField> page) {}
}
