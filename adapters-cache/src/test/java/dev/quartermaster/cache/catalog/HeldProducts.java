package dev.quartermaster.cache.catalog;

import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.shared.Concurrently;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Products whose reader can be held up between what it read and its return. */
class HeldProducts implements Products {
  private final Products products;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicReference<Optional<Hold>> next = new AtomicReference<>(Optional.empty());
  private final AtomicBoolean fails = new AtomicBoolean();

  HeldProducts(Products products) {
    this.products = products;
  }

  /** Holds up the next reader, and that one alone. */
  Hold holdNext() {
    Hold hold = new Hold(new CountDownLatch(1), new CountDownLatch(1));
    next.set(Optional.of(hold));
    return hold;
  }

  /** Fails the next reader, and that one alone. */
  void failNext() {
    fails.set(true);
  }

  /** How many reads there were of single products. */
  int reads() {
    return reads.get();
  }

  @Override
  public Optional<Product> find(ProductId id) {
    reads.incrementAndGet();
    if (fails.getAndSet(false)) {
      throw new Unavailable("The database", null);
    }
    Optional<Product> found = products.find(id);
    next.getAndSet(Optional.empty()).ifPresent(Hold::stay);
    return found;
  }

  @Override
  public Optional<Product> findForUpdate(ProductId id) {
    return products.findForUpdate(id);
  }

  @Override
  public List<Product> findAll(Collection<ProductId> ids) {
    return products.findAll(ids);
  }

  @Override
  public List<Product> lockAll(Collection<ProductId> ids) {
    return products.lockAll(ids);
  }

  @Override
  public List<Product> findAllForUpdate(Collection<Sku> skus) {
    return products.findAllForUpdate(skus);
  }

  @Override
  public Slice<Product> list(ProductFilter filter, PageRequest<ProductField> page) {
    return products.list(filter, page);
  }

  @Override
  public List<Facet> facets(ProductFilter filter, List<Facet.Field> fields) {
    return products.facets(filter, fields);
  }

  @Override
  public List<String> attributeNames() {
    return products.attributeNames();
  }

  @Override
  public void forEach(Consumer<Product> receiver) {
    products.forEach(receiver);
  }

  @Override
  public void add(Product product) {
    products.add(product);
  }

  @Override
  public List<Product> addMissing(List<Product> missing) {
    return products.addMissing(missing);
  }

  @Override
  public void update(Product product) {
    products.update(product);
  }

  @Override
  public void updateAll(List<Product> changed) {
    products.updateAll(changed);
  }

  @Override
  public void deleteAll(Collection<ProductId> ids, Instant at) {
    products.deleteAll(ids, at);
  }

  @Override
  public void delete(ProductId id, Instant at) {
    products.delete(id, at);
  }

  /** A reader that has read and not returned. */
  record Hold(CountDownLatch read, CountDownLatch released) {
    void awaitRead() {
      Concurrently.await(read);
    }

    void release() {
      released.countDown();
    }

    private void stay() {
      read.countDown();
      Concurrently.await(released);
    }
  }
}
