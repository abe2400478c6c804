package dev.quartermaster.testkit.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.catalog.SkuTaken;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalogue in memory. */
public final class InMemoryProducts implements Products {
  private final InMemoryTable<ProductId, Product> living;
  private final InMemoryList<Product, ProductField> list =
      new InMemoryList<>(
          InMemoryProducts::by, ProductField.CREATED_AT, product -> product.id().value());

  /** An empty catalogue. */
  public InMemoryProducts(InMemoryUnitOfWork unitOfWork) {
    this.living = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public Optional<Product> find(ProductId id) {
    return living.find(id);
  }

  @Override
  public Optional<Product> findAtHand(ProductId id) {
    return find(id);
  }

  @Override
  public Optional<Product> findForUpdate(ProductId id) {
    return living.findForUpdate(id);
  }

  @Override
  public List<Product> findAll(Collection<ProductId> ids) {
    return ids.stream().distinct().map(living::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Slice<Product> list(ProductFilter filter, PageRequest<ProductField> page) {
    return list.slice(
        living.rows().stream().filter(product -> meets(product, filter)).toList(), page);
  }

  @Override
  public void add(Product product) {
    refuseTaken(product);
    living.put(product.id(), product);
  }

  @Override
  public List<Product> addMissing(List<Product> products) {
    List<Product> added = new ArrayList<>();
    for (Product product : products) {
      if (!isTaken(product.sku())) {
        living.put(product.id(), product);
        added.add(product);
      }
    }
    return added;
  }

  @Override
  public void update(Product product) {
    refuseTaken(product);
    living.findForUpdate(product.id()).ifPresent(_ -> living.put(product.id(), product));
  }

  @Override
  public void delete(ProductId id, Instant at) {
    living.remove(id);
  }

  private void refuseTaken(Product product) {
    living.lock(product.sku());
    if (withSku(product.sku()).filter(other -> !other.id().equals(product.id())).isPresent()) {
      throw new SkuTaken(product.sku());
    }
  }

  private boolean isTaken(Sku sku) {
    living.lock(sku);
    return withSku(sku).isPresent();
  }

  private Optional<Product> withSku(Sku sku) {
    return living.rows().stream().filter(product -> product.sku().equals(sku)).findFirst();
  }

  private static boolean meets(Product product, ProductFilter filter) {
    long price = product.price().amount();
    return filter.text().stream().allMatch(text -> contains(product, text))
        && filter.category().stream()
            .allMatch(category -> product.category().equals(Optional.of(category)))
        && filter.minPrice().stream().allMatch(least -> price >= least)
        && filter.maxPrice().stream().allMatch(most -> price <= most)
        && filter.statuses().contains(product.status());
  }

  private static boolean contains(Product product, String text) {
    String part = text.toLowerCase(Locale.ROOT);
    return product.name().toLowerCase(Locale.ROOT).contains(part)
        || product.sku().value().toLowerCase(Locale.ROOT).contains(part);
  }

  private static Comparator<Product> by(ProductField field) {
    return switch (field) {
      case SKU -> Comparator.comparing(product -> product.sku().value());
      case NAME -> Comparator.comparing(Product::name);
      case PRICE -> Comparator.comparing(product -> product.price().amount());
      case CREATED_AT -> Comparator.comparing(Product::createdAt);
      case UPDATED_AT -> Comparator.comparing(Product::updatedAt);
    };
  }
}
