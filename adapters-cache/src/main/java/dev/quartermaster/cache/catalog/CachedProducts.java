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
import dev.quartermaster.domain.shared.UnitOfWork;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The products with a cache before {@link #find}; every change drops the product from it. */
@Decorator
@Priority(1)
class CachedProducts implements Products {
  private final Products products;
  private final ProductCache cache;
  private final UnitOfWork unitOfWork;

  CachedProducts(@Delegate Products products, ProductCache cache, UnitOfWork unitOfWork) {
    this.products = products;
    this.cache = cache;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Optional<Product> find(ProductId id) {
    // A transaction sees its own changes, and nobody else may before it commits.
    return isInTransaction()
        ? cache.bypassed(() -> products.find(id))
        : cache.find(id, () -> products.find(id));
  }

  @Override
  public Optional<Product> findAtHand(ProductId id) {
    return isInTransaction() ? Optional.empty() : cache.findNear(id);
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
    onChange(() -> cache.supersede(product.id(), product.version()));
  }

  @Override
  public void updateAll(List<Product> changed) {
    products.updateAll(changed);
    changed.forEach(product -> onChange(() -> cache.supersede(product.id(), product.version())));
  }

  @Override
  public void deleteAll(Collection<ProductId> ids, Instant at) {
    products.deleteAll(ids, at);
    ids.forEach(id -> onChange(() -> cache.supersede(id)));
  }

  @Override
  public void delete(ProductId id, Instant at) {
    products.delete(id, at);
    onChange(() -> cache.supersede(id));
  }

  // Before the commit, so that a node that dies right after it leaves nothing stale behind; and
  // after it, for what Redis forgot or did not hear meanwhile.
  private void onChange(Runnable drop) {
    drop.run();
    unitOfWork.afterCommit(drop);
  }

  // Without a transaction, and only then, the action is run at once.
  private boolean isInTransaction() {
    var ranAtOnce = new AtomicBoolean();
    unitOfWork.afterCommit(() -> ranAtOnce.set(true));
    return !ranAtOnce.get();
  }
}
