package dev.quartermaster.testkit.catalog;

import dev.quartermaster.domain.catalog.AttributeValue;
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
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

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
  public List<Product> lockAll(Collection<ProductId> ids) {
    return ids.stream()
        .distinct()
        .sorted()
        .map(living::findForUpdate)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<Product> findAllForUpdate(Collection<Sku> skus) {
    return living.rows().stream()
        .filter(product -> skus.contains(product.sku()))
        .map(product -> living.findForUpdate(product.id()))
        .flatMap(Optional::stream)
        .filter(product -> skus.contains(product.sku()))
        .toList();
  }

  @Override
  public Slice<Product> list(ProductFilter filter, PageRequest<ProductField> page) {
    Map<Product, Integer> found = found(filter);
    boolean byRelevance =
        filter.text().isPresent()
            && (page.sort().isEmpty() || page.sort().getFirst().field() == ProductField.RELEVANCE);
    Comparator<Product> order =
        byRelevance
            ? Comparator.<Product>comparingInt(found::get).thenComparing(list.order(List.of()))
            : list.order(page.sort());
    Slice<Product> slice = list.slice(List.copyOf(found.keySet()), page, order, filter);
    return filter.isSearch() ? countedUpTo(Products.MAX_COUNTED, slice) : slice;
  }

  @Override
  public List<Facet> facets(ProductFilter filter, List<Facet.Field> fields) {
    boolean bounded =
        filter.isSearch() || fields.stream().anyMatch(Facet.Attribute.class::isInstance);
    Set<Product> found = found(filter).keySet();
    List<Product> counted =
        found.stream().limit(bounded ? Facet.MAX_COUNTED : Long.MAX_VALUE).toList();
    return fields.stream()
        .map(field -> facet(field, counted, bounded && counted.size() == Facet.MAX_COUNTED))
        .toList();
  }

  @Override
  public List<String> attributeNames() {
    return living.rows().stream()
        .flatMap(product -> product.attributes().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void forEach(Consumer<Product> receiver) {
    living.rows().stream().sorted(by(ProductField.SKU)).forEach(receiver);
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
  public void updateAll(List<Product> changed) {
    changed.forEach(this::update);
  }

  @Override
  public void deleteAll(Collection<ProductId> ids, Instant at) {
    ids.forEach(living::remove);
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

  /** The products that meet the filter, with their rank. */
  private Map<Product, Integer> found(ProductFilter filter) {
    Function<Product, OptionalInt> rank =
        filter
            .text()
            .<Function<Product, OptionalInt>>map(
                text -> new InMemorySearch(text, living.rows())::rank)
            .orElse(_ -> OptionalInt.of(0));
    Map<Product, Integer> found = new HashMap<>();
    living.rows().stream()
        .filter(product -> meets(product, filter))
        .forEach(product -> rank.apply(product).ifPresent(of -> found.put(product, of)));
    return found;
  }

  private static Slice<Product> countedUpTo(int most, Slice<Product> slice) {
    return slice.paging() instanceof Slice.Numbered(int page, int limit, long total, boolean _)
            && total > most
        ? new Slice<>(slice.items(), new Slice.Numbered(page, limit, most, true))
        : slice;
  }

  private static Facet facet(Facet.Field field, List<Product> counted, boolean atLeast) {
    Map<String, Long> products =
        counted.stream()
            .flatMap(product -> value(field, product).stream())
            .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
    return new Facet(
        field,
        products.entrySet().stream()
            .map(entry -> new Facet.Count(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(Facet.Count::products)
                    .reversed()
                    .thenComparing(Facet.Count::value))
            .limit(Facet.MAX_VALUES)
            .toList(),
        products.size() > Facet.MAX_VALUES,
        atLeast);
  }

  private static Optional<String> value(Facet.Field field, Product product) {
    return switch (field) {
      case Facet.Category() -> product.category();
      case Facet.Status() -> Optional.of(product.status().code());
      case Facet.Attribute(var name) ->
          Optional.ofNullable(product.attributes().get(name)).map(AttributeValue::asText);
    };
  }

  private static boolean meets(Product product, ProductFilter filter) {
    long price = product.price().amount();
    return filter.category().stream()
            .allMatch(category -> product.category().equals(Optional.of(category)))
        && filter.minPrice().stream().allMatch(least -> price >= least)
        && filter.maxPrice().stream().allMatch(most -> price <= most)
        && filter.statuses().contains(product.status())
        && filter.attributes().entrySet().stream()
            .allMatch(wanted -> hasAny(product, wanted.getKey(), wanted.getValue()));
  }

  private static boolean hasAny(Product product, String attribute, Set<AttributeValue> wanted) {
    return Optional.ofNullable(product.attributes().get(attribute)).stream()
        .anyMatch(value -> wanted.stream().anyMatch(value::isSameAs));
  }

  private static Comparator<Product> by(ProductField field) {
    return switch (field) {
      case SKU -> Comparator.comparing(product -> product.sku().value());
      case NAME -> Comparator.comparing(Product::name);
      case PRICE -> Comparator.comparing(product -> product.price().amount());
      case CREATED_AT -> Comparator.comparing(Product::createdAt);
      case UPDATED_AT -> Comparator.comparing(Product::updatedAt);
      case RELEVANCE -> throw new IllegalArgumentException("only a text has relevance, and alone");
    };
  }
}
