package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.SkuTaken;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.DatabaseFailures;
import dev.quartermaster.persistence.shared.Entities;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.Select;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
final class PostgresProducts implements Products {
  private static final String LIVING = "id = ?1 AND deletedAt IS NULL";

  private static final Listing<ProductField, Product> PRODUCTS =
      new Listing<>(
          "products",
          new Sort<>(ProductField.CREATED_AT, true),
          PostgresProducts::column,
          product -> product.id().value());

  private final UnitOfWork unitOfWork;
  private final Entities<ProductEntity> products;
  private final Statements statements;

  PostgresProducts(UnitOfWork unitOfWork, ProductRepository repository, Statements statements) {
    this.unitOfWork = unitOfWork;
    this.products = new Entities<>(repository, ProductEntity.class);
    this.statements = statements;
  }

  /** Opens a transaction if there is none, because whoever reads through a cache has none. */
  @Override
  public Optional<Product> find(ProductId id) {
    return unitOfWork
        .inTransaction(() -> products.find(LIVING, id.value()))
        .map(ProductEntity::toProduct);
  }

  @Override
  public Optional<Product> findForUpdate(ProductId id) {
    return products.findForUpdate(LIVING, id.value()).map(ProductEntity::toProduct);
  }

  @Override
  public List<Product> findAll(Collection<ProductId> ids) {
    Object values = ids.stream().map(ProductId::value).toArray(UUID[]::new);
    return read(
        new Select(
            "SELECT * FROM products WHERE id = ANY (?) AND deleted_at IS NULL", List.of(values)));
  }

  @Override
  public Slice<Product> list(ProductFilter filter, PageRequest<ProductField> page) {
    return PRODUCTS.slice(statements, conditions(filter), page, this::read);
  }

  @Override
  public void add(Product product) {
    refusingTakenSku(product, () -> products.add(new ProductEntity(product)));
  }

  /** One statement for any number; those of one sku go by it, so that twins on two nodes agree. */
  @Override
  public List<Product> addMissing(List<Product> candidates) {
    Set<UUID> added =
        new HashSet<>(
            statements.query(
                row -> row.uuid("id"),
                """
                INSERT INTO products (id, sku, name, description, category, price_amount,
                                      price_currency, attributes, status, search_text,
                                      created_at, updated_at, version)
                SELECT id, sku, name, description, category, price_amount, price_currency,
                       CAST(attributes AS jsonb), status, search_text,
                       created_at, updated_at, version
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                    AS candidate (id, sku, name, description, category, price_amount,
                                  price_currency, attributes, status, search_text,
                                  created_at, updated_at, version, position)
                ORDER BY sku, position
                ON CONFLICT (sku) WHERE deleted_at IS NULL DO NOTHING
                RETURNING id
                """,
                SqlArray.uuids(candidates, product -> product.id().value()),
                SqlArray.texts(candidates, product -> product.sku().value()),
                SqlArray.texts(candidates, Product::name),
                SqlArray.texts(candidates, Product::description),
                SqlArray.optionalTexts(candidates, Product::category),
                SqlArray.numbers(candidates, product -> product.price().amount()),
                SqlArray.texts(candidates, product -> product.price().currency().getCurrencyCode()),
                SqlArray.texts(candidates, product -> AttributesJson.write(product.attributes())),
                SqlArray.texts(candidates, product -> product.status().code()),
                SqlArray.texts(candidates, SearchText::of),
                SqlArray.instants(candidates, Product::createdAt),
                SqlArray.instants(candidates, Product::updatedAt),
                SqlArray.numbers(candidates, Product::version)));
    return candidates.stream().filter(product -> added.contains(product.id().value())).toList();
  }

  @Override
  public void update(Product product) {
    refusingTakenSku(
        product,
        () -> products.change(entity -> entity.replaceBy(product), LIVING, product.id().value()));
  }

  @Override
  public void delete(ProductId id, Instant at) {
    products.change(entity -> entity.delete(at), LIVING, id.value());
  }

  private List<Product> read(Select select) {
    return products.select(select).stream().map(ProductEntity::toProduct).toList();
  }

  private static Conditions conditions(ProductFilter filter) {
    Conditions conditions = Conditions.where("deleted_at IS NULL");
    if (filter.text().isPresent()) {
      conditions = conditions.and("search_text LIKE ?", SearchText.patternFor(filter.text().get()));
    }
    if (filter.category().isPresent()) {
      conditions = conditions.and("category = ?", filter.category().get());
    }
    if (filter.minPrice().isPresent()) {
      conditions = conditions.and("price_amount >= ?", filter.minPrice().getAsLong());
    }
    if (filter.maxPrice().isPresent()) {
      conditions = conditions.and("price_amount <= ?", filter.maxPrice().getAsLong());
    }
    return conditions.andOneOf(
        "status", filter.statuses().stream().map(ProductStatus::code).toList());
  }

  private static void refusingTakenSku(Product product, Runnable write) {
    try {
      write.run();
    } catch (PersistenceException failure) {
      throw DatabaseFailures.isViolationOf("products_sku_living", failure)
          ? new SkuTaken(product.sku())
          : failure;
    }
  }

  private static SortColumn<Product> column(ProductField field) {
    return switch (field) {
      case SKU -> new SortColumn<>("sku", SortType.TEXT, product -> product.sku().value());
      case NAME -> new SortColumn<>("name", SortType.TEXT, Product::name);
      case PRICE ->
          new SortColumn<>("price_amount", SortType.NUMBER, product -> product.price().amount());
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, Product::createdAt);
      case UPDATED_AT -> new SortColumn<>("updated_at", SortType.INSTANT, Product::updatedAt);
    };
  }
}
