package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
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
import java.util.function.Consumer;
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

  /** In the order of their ids, as {@link #findAllForUpdate}. */
  @Override
  public List<Product> lockAll(Collection<ProductId> ids) {
    return statements.query(
        ProductRow::product,
        "SELECT * FROM products WHERE id = ANY (?) AND deleted_at IS NULL ORDER BY id FOR UPDATE",
        SqlArray.uuids(ids, ProductId::value));
  }

  /** In the order of their ids, so that those who lock some of the same wait and do not meet. */
  @Override
  public List<Product> findAllForUpdate(Collection<Sku> skus) {
    return statements.query(
        ProductRow::product,
        "SELECT * FROM products WHERE sku = ANY (?) AND deleted_at IS NULL ORDER BY id FOR UPDATE",
        SqlArray.texts(skus, Sku::value));
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
  public List<String> attributeNames() {
    return statements.query(
        row -> row.text("name"),
        """
        SELECT DISTINCT jsonb_object_keys(attributes) COLLATE "C" AS name
        FROM products WHERE deleted_at IS NULL ORDER BY name
        """);
  }

  @Override
  public void forEach(Consumer<Product> receiver) {
    statements.forEach(
        ProductRow::product,
        receiver,
        "SELECT * FROM products WHERE deleted_at IS NULL ORDER BY sku");
  }

  @Override
  public void add(Product product) {
    refusingTakenSku(
        List.of(product),
        () -> statements.update(ProductRow.INSERT, ProductRow.arrays(List.of(product))));
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
    updateAll(List.of(product));
  }

  /** One statement for any number. */
  @Override
  public void updateAll(List<Product> changed) {
    if (changed.isEmpty()) {
      return;
    }
    refusingTakenSku(
        changed,
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
                ProductRow.arrays(changed)));
  }

  @Override
  public void deleteAll(Collection<ProductId> ids, Instant at) {
    statements.update(
        "UPDATE products SET deleted_at = ? WHERE id = ANY (?) AND deleted_at IS NULL",
        at,
        SqlArray.uuids(ids, ProductId::value));
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

  /** Of several products the database does not say which one it was, so the first is named. */
  private static void refusingTakenSku(List<Product> products, Runnable write) {
    try {
      write.run();
    } catch (RuntimeException failure) {
      throw DatabaseFailures.isViolationOf("products_sku_living", failure)
          ? new SkuTaken(products.getFirst().sku())
          : failure;
    }
  }
}
