package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.SkuTaken;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.persistence.shared.DatabaseFailures;
import dev.quartermaster.persistence.shared.SharedReads;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
final class PostgresProducts implements Products {
  private final UnitOfWork unitOfWork;
  private final Statements statements;
  private final ProductLists lists;
  private final ProductFacets facets;
  private final SharedReads<ProductId, Product> living;

  PostgresProducts(UnitOfWork unitOfWork, Statements statements) {
    this.unitOfWork = unitOfWork;
    this.statements = statements;
    this.living = new SharedReads<>(unitOfWork::isInTransaction, this::living);
    this.lists = new ProductLists(statements);
    this.facets = new ProductFacets(statements);
  }

  /** Reads by itself if there is no transaction: whoever reads through a cache has none. */
  @Override
  public Optional<Product> find(ProductId id) {
    return unitOfWork.reading(() -> living.find(id));
  }

  @Override
  public Optional<Product> findForUpdate(ProductId id) {
    return theOne(
        statements.query(
            ProductRow::product,
            "SELECT * FROM products WHERE id = ? AND deleted_at IS NULL FOR UPDATE",
            id.value()));
  }

  @Override
  public List<Product> findAll(Collection<ProductId> ids) {
    return living.findAll(Set.copyOf(ids));
  }

  /** Needs no transaction, as {@link #find}. */
  @Override
  public Slice<Product> list(ProductFilter filter, PageRequest<ProductField> page) {
    return unitOfWork.reading(() -> lists.list(filter, page));
  }

  @Override
  public List<Facet> facets(ProductFilter filter, List<Facet.Field> fields) {
    return facets.count(filter, fields);
  }

  @Override
  public void add(Product product) {
    refusingTakenSku(
        product, () -> statements.update(ProductRow.INSERT, ProductRow.arrays(List.of(product))));
  }

  /** One statement for any number; those of one sku go by it, so that twins on two nodes agree. */
  @Override
  public List<Product> addMissing(List<Product> candidates) {
    Set<ProductId> added =
        new HashSet<>(
            statements.query(
                row -> new ProductId(row.uuid("id")),
                ProductRow.INSERT
                    + "ON CONFLICT (sku) WHERE deleted_at IS NULL DO NOTHING RETURNING id",
                ProductRow.arrays(candidates)));
    return candidates.stream().filter(product -> added.contains(product.id())).toList();
  }

  @Override
  public void update(Product product) {
    refusingTakenSku(
        product,
        () ->
            statements.update(
                """
                UPDATE products
                SET sku = state.sku, name = state.name, description = state.description,
                    category = state.category, price_amount = state.price_amount,
                    price_currency = state.price_currency,
                    attributes = CAST(state.attributes AS jsonb), status = state.status,
                    updated_at = state.updated_at, version = state.version
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    AS state (id, sku, name, description, category, price_amount, price_currency,
                              attributes, status, created_at, updated_at, version)
                WHERE products.id = state.id AND deleted_at IS NULL
                """,
                ProductRow.arrays(List.of(product))));
  }

  @Override
  public void delete(ProductId id, Instant at) {
    statements.update(
        "UPDATE products SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", at, id.value());
  }

  private Map<ProductId, Product> living(Set<ProductId> ids) {
    return statements
        .query(
            ProductRow::product,
            "SELECT * FROM products WHERE id = ANY ((SELECT ?)::uuid[]) AND deleted_at IS NULL",
            SqlArray.uuids(ids, ProductId::value))
        .stream()
        .collect(Collectors.toMap(Product::id, Function.identity()));
  }

  private static Optional<Product> theOne(List<Product> found) {
    return found.stream().findFirst();
  }

  private static void refusingTakenSku(Product product, Runnable write) {
    try {
      write.run();
    } catch (RuntimeException failure) {
      throw DatabaseFailures.isViolationOf("products_sku_living", failure)
          ? new SkuTaken(product.sku())
          : failure;
    }
  }
}
