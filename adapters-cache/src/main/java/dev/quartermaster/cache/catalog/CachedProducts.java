package dev.quartermaster.cache.catalog;

import static java.util.stream.Collectors.toMap;

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
import java.util.function.Consumer;

/** The products with a cache before {@link #find} and {@link #list}, which every change goes by. */
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
    return unitOfWork.isInTransaction()
        ? cache.bypass(() -> products.find(id))
        : cache.find(id, () -> products.find(id));
  }

  @Override
  public Optional<Product> findAtHand(ProductId id) {
    return unitOfWork.isInTransaction() ? Optional.empty() : cache.findAtHand(id);
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
    return unitOfWork.isInTransaction()
        ? products.list(filter, page)
        : cache.list(filter, page, () -> products.list(filter, page));
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
    onChange(List.of(product));
  }

  @Override
  public List<Product> addMissing(List<Product> missing) {
    List<Product> added = products.addMissing(missing);
    onChange(added);
    return added;
  }

  @Override
  public void update(Product product) {
    products.update(product);
    onChange(List.of(product));
  }

  @Override
  public void updateAll(List<Product> changed) {
    products.updateAll(changed);
    onChange(changed);
  }

  @Override
  public void deleteAll(Collection<ProductId> ids, Instant at) {
    products.deleteAll(ids, at);
    unitOfWork.afterCommit(cache.deletion(ids));
  }

  @Override
  public void delete(ProductId id, Instant at) {
    products.delete(id, at);
    unitOfWork.afterCommit(cache.deletion(List.of(id)));
  }

  private void onChange(List<Product> changed) {
    if (!changed.isEmpty()) {
      unitOfWork.afterCommit(
          cache.change(changed.stream().collect(toMap(Product::id, Product::version))));
    }
  }
}
