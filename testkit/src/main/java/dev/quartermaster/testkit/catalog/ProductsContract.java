package dev.quartermaster.testkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.catalog.SkuTaken;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.ListContract;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Products} promise. */
public abstract class ProductsContract extends ListContract<Product, ProductField> {
  /** Longer than a cache may serve a product that has changed. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Found in the name of each product that the test adds to its list. */
  private final String mark = unique();

  /** The port under test. */
  protected abstract Products products();

  @Test
  void findsWhatWasAdded() {
    Product product =
        Articles.product(
            IDENTIFIERS,
            new Product.Details(
                new Sku(sku()),
                "Crème brûlée-Schälchen „Größe 2“ 🍮",
                "Zeile eins\nline 'two'; \"quoted\" \\ {}",
                Optional.of("Küche & Bad"),
                new Money(Money.MAX_PRICE, Currency.getInstance("JPY")),
                Map.of(
                    "colour", new AttributeValue.Text("weiß"),
                    "weight", new AttributeValue.Numeric(new BigDecimal("12.5")),
                    "pieces", new AttributeValue.Numeric(new BigDecimal("3")),
                    "number as text", new AttributeValue.Text("12.5"),
                    "oven-proof", new AttributeValue.Flag(true),
                    "new", new AttributeValue.Flag(false)),
                ProductStatus.DRAFT),
            NOW);
    add(product);
    assertStored(product);
  }

  @Test
  void findsTheLeastAndTheLongest() {
    Product least =
        Articles.product(
            IDENTIFIERS,
            new Product.Details(
                new Sku(sku()),
                "x",
                "",
                Optional.empty(),
                new Money(0, Currency.getInstance("EUR")),
                Map.of(),
                ProductStatus.ARCHIVED),
            NOW);
    Product longest =
        Articles.product(
            IDENTIFIERS,
            new Product.Details(
                new Sku("x".repeat(32) + unique()),
                "ñ".repeat(Product.MAX_NAME_LENGTH),
                "ñ".repeat(Product.MAX_DESCRIPTION_LENGTH),
                Optional.of("ñ".repeat(Product.MAX_CATEGORY_LENGTH)),
                new Money(1, Currency.getInstance("USD")),
                Map.of(
                    "ñ".repeat(Product.MAX_ATTRIBUTE_NAME_LENGTH),
                    new AttributeValue.Text("ñ".repeat(Product.MAX_ATTRIBUTE_TEXT_LENGTH))),
                ProductStatus.ACTIVE),
            NOW);
    add(least);
    add(longest);
    assertStored(least);
    assertStored(longest);
  }

  @Test
  void findsNoneThatIsUnknown() {
    ProductId unknown = new ProductId(IDENTIFIERS.next());
    assertGone(unknown);
  }

  @Test
  void whatIsAtHandIsWhatIsFound() {
    Product product = added(mug());
    assertThat(products().find(product.id())).contains(product);
    assertThat(products().findAtHand(product.id()))
        .satisfiesAnyOf(
            atHand -> assertThat(atHand).contains(product),
            atHand -> assertThat(atHand).isEmpty());
    assertThat(products().findAtHand(new ProductId(IDENTIFIERS.next()))).isEmpty();
  }

  @Test
  void findsThoseOfSeveralThatLive() {
    Product first = added(mug());
    Product second = added(mug());
    Product deleted = added(mug());
    added(mug());
    delete(deleted.id());
    assertThat(
            inTransaction(
                () ->
                    products()
                        .findAll(
                            List.of(
                                first.id(),
                                second.id(),
                                first.id(),
                                deleted.id(),
                                new ProductId(IDENTIFIERS.next())))))
        .containsExactlyInAnyOrder(first, second);
    assertThat(inTransaction(() -> products().findAll(List.of()))).isEmpty();
  }

  @Test
  void refusesASkuThatIsTaken() {
    Product first = added(mug());
    Product second = product(Articles.underSku(mug(), first.sku()));
    assertThatExceptionOfType(SkuTaken.class).isThrownBy(() -> add(second));
    assertGone(second.id());
    assertStored(first);
  }

  @Test
  void aSkuIsFreeAgainAfterItsProductWasDeleted() {
    Product first = added(mug());
    delete(first.id());
    assertGone(first.id());
    Product second = added(Articles.underSku(mug(), first.sku()));
    assertStored(second);
    delete(second.id());
    assertStored(added(Articles.underSku(mug(), first.sku())));
  }

  @Test
  void ofManyThatAddOneSkuAtOnceOneSucceeds() {
    Sku sku = new Sku(sku());
    List<String> outcomes =
        Concurrently.inThreads(
            THREADS,
            () -> {
              try {
                add(product(Articles.underSku(mug(), sku)));
                return "added";
              } catch (SkuTaken taken) {
                return taken.code();
              }
            });
    assertThat(outcomes).containsOnlyOnce("added").containsOnly("added", SkuTaken.CODE);
  }

  @Test
  void addsThoseWhoseSkuIsMissing() {
    Product living = added(mug());
    Product deleted = added(mug());
    delete(deleted.id());
    Product twin = product(Articles.underSku(mug(), living.sku()));
    Product successor = product(Articles.underSku(mug(), deleted.sku()));
    Product fresh = product(mug());
    Product repeated = product(Articles.underSku(mug(), fresh.sku()));

    List<Product> added =
        inTransaction(() -> products().addMissing(List.of(twin, successor, fresh, repeated)));

    assertThat(added).hasSize(2).contains(successor).containsAnyOf(fresh, repeated);
    assertThat(added).allSatisfy(this::assertStored);
    assertStored(living);
    assertGone(twin.id());
    assertThat(inTransaction(() -> products().findAll(List.of(fresh.id(), repeated.id()))))
        .hasSize(1);
  }

  @Test
  void addsNothingWhenNothingIsMissing() {
    Product living = added(mug());
    Product twin = product(Articles.underSku(mug(), living.sku()));
    assertThat(inTransaction(() -> products().addMissing(List.of(twin)))).isEmpty();
    assertThat(inTransaction(() -> products().addMissing(List.of()))).isEmpty();
  }

  @Test
  void addsMissingProductsOnceWhenManyDoSoAtOnce() {
    List<Sku> skus = List.of(new Sku(sku()), new Sku(sku()), new Sku(sku()));
    List<List<Product>> added =
        Concurrently.inThreads(
            THREADS,
            () ->
                inTransaction(
                    () ->
                        products()
                            .addMissing(
                                skus.stream()
                                    .map(sku -> product(Articles.underSku(mug(), sku)))
                                    .toList())));
    assertThat(added.stream().flatMap(List::stream).map(Product::sku))
        .containsExactlyInAnyOrderElementsOf(skus);
  }

  @Test
  void updateReplacesTheStoredState() {
    Product product = added(mug());
    assertFound(product.id(), Optional.of(product));
    Product edited =
        product.edited(
            new Product.Details(
                new Sku(sku()),
                "Bowl",
                "A bowl.",
                Optional.empty(),
                new Money(99, Currency.getInstance("USD")),
                Map.of("size", new AttributeValue.Text("L")),
                ProductStatus.ARCHIVED),
            NOW.plusSeconds(1));
    update(edited);
    assertStored(edited);
    Product editedBack = edited.edited(product.details(), NOW.plusSeconds(2));
    update(editedBack);
    assertStored(editedBack);
  }

  @Test
  void updateRefusesASkuThatIsTaken() {
    Product first = added(mug());
    Product second = added(mug());
    Product clash = second.edited(Articles.underSku(second.details(), first.sku()), NOW);
    assertThatExceptionOfType(SkuTaken.class).isThrownBy(() -> update(clash));
    assertStored(second);
    assertStored(first);
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    Product kept = added(mug());
    Product product = product(mug());
    rollBack(
        () -> {
          products().add(product);
          products().update(kept.edited(Articles.named(kept.details(), "Bowl"), NOW));
          assertThat(products().find(kept.id())).isPresent();
          assertThat(Concurrently.elsewhere(() -> products().find(product.id()))).isEmpty();
          assertThat(inAnotherTransaction(() -> products().findAll(List.of(kept.id()))))
              .containsExactly(kept);
        });
    assertGone(product.id());
    assertStored(kept);
    rollBack(() -> products().delete(kept.id(), NOW));
    assertStored(kept);
    assertStored(added(product.details()));
  }

  @Test
  void aLockedProductIsReadAsItsHolderLeavesIt() {
    for (int round = 0; round < 10; round++) {
      Product product = added(mug());
      Product edited = product.edited(Articles.named(product.details(), "Bowl"), NOW);
      Optional<Product> seen =
          readWhileChanged(
              () -> products().findForUpdate(product.id()), () -> products().update(edited));
      assertThat(seen).contains(edited);
    }
  }

  @Test
  void aLockedProductIsGoneOnceItsHolderDeletedIt() {
    Product product = added(mug());
    Optional<Product> seen =
        readWhileChanged(
            () -> products().findForUpdate(product.id()),
            () -> products().delete(product.id(), NOW));
    assertThat(seen).isEmpty();
  }

  @Test
  void noChangeUnderTheLockIsLost() {
    Product product = added(mug());
    raceInTransactions(
        10,
        () -> {
          Product read = products().findForUpdate(product.id()).orElseThrow();
          products().update(read.edited(read.details(), NOW));
        });
    assertThat(inTransaction(() -> products().findForUpdate(product.id())))
        .map(Product::version)
        .contains(1L + THREADS * 10);
  }

  @Test
  void listsNoDeletedProducts() {
    Product living = addListed(0);
    Product deleted = addListed(1);
    delete(deleted.id());
    assertThat(listed(filter())).containsExactly(living);
  }

  @Test
  void filtersByPartsOfNameOrSkuWhateverTheirCapitals() {
    String sku = sku();
    Product byName = added(Articles.named(mug(), "Großer ÄPFEL-Korb " + mark));
    Product bySku = added(Articles.underSku(mug(), new Sku("KORB-" + sku)));
    added(mug());
    assertThat(listed(text("äpfel-korb " + mark))).containsExactly(byName);
    assertThat(listed(text("GROßER Äpfel-KORB " + mark.toUpperCase(Locale.ROOT))))
        .containsExactly(byName);
    assertThat(listed(text("korb-" + sku))).containsExactly(bySku);
    assertThat(listed(text(sku.substring(3)))).containsExactly(bySku);
    assertThat(listed(text("no such " + mark))).isEmpty();
  }

  @Test
  void takesEveryCharacterOfAFilterLiterally() {
    Product percent = added(Articles.named(mug(), mark + " 100% wool_\\ 'a' [b]"));
    added(Articles.named(mug(), mark + " 100 per cent woolen"));
    for (String literal : List.of("%", "% wool_", "% wool_\\", "% wool_\\ 'a' [b]")) {
      assertThat(listed(text(mark + " 100" + literal))).as(literal).containsExactly(percent);
    }
    for (String pattern : List.of("%", " 100_", " 100% wool__", " 100\\%", " ...", " [1]00")) {
      assertThat(listed(text(mark + pattern))).as(pattern).isEmpty();
    }
  }

  @Test
  void filtersByCategory() {
    Product wanted = added(Articles.inCategory(marked(), Optional.of("Garden")));
    added(Articles.inCategory(marked(), Optional.of("Garden tools")));
    added(Articles.inCategory(marked(), Optional.of("garden")));
    added(Articles.inCategory(marked(), Optional.empty()));
    assertThat(
            listed(
                new ProductFilter(
                    Optional.of(mark),
                    Optional.of("Garden"),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    EnumSet.allOf(ProductStatus.class))))
        .containsExactly(wanted);
  }

  @Test
  void filtersByPriceWithTheLimitsIncluded() {
    added(Articles.at(marked(), 99));
    Product least = added(Articles.at(marked(), 100));
    Product most = added(Articles.at(marked(), 200));
    added(Articles.at(marked(), 201));
    assertThat(listed(prices(OptionalLong.of(100), OptionalLong.of(200))))
        .containsExactlyInAnyOrder(least, most);
    assertThat(listed(prices(OptionalLong.of(100), OptionalLong.empty()))).hasSize(3);
    assertThat(listed(prices(OptionalLong.empty(), OptionalLong.of(200)))).hasSize(3);
    assertThat(listed(prices(OptionalLong.of(201), OptionalLong.of(200)))).isEmpty();
    assertThat(listed(prices(OptionalLong.of(-1), OptionalLong.of(Long.MAX_VALUE)))).hasSize(4);
  }

  @Test
  void filtersByStatus() {
    Product draft = added(Articles.inStatus(marked(), ProductStatus.DRAFT));
    Product active = added(Articles.inStatus(marked(), ProductStatus.ACTIVE));
    Product archived = added(Articles.inStatus(marked(), ProductStatus.ARCHIVED));
    assertThat(listed(statuses(Set.of(ProductStatus.DRAFT)))).containsExactly(draft);
    assertThat(listed(statuses(Set.of(ProductStatus.ACTIVE, ProductStatus.ARCHIVED))))
        .containsExactlyInAnyOrder(active, archived);
  }

  @Override
  protected List<ProductField> fields() {
    return List.of(ProductField.values());
  }

  @Override
  protected Comparator<Product> by(ProductField field) {
    return switch (field) {
      case SKU -> Comparator.comparing(product -> product.sku().value());
      case NAME -> Comparator.comparing(Product::name);
      case PRICE -> Comparator.comparing(product -> product.price().amount());
      case CREATED_AT -> Comparator.comparing(Product::createdAt);
      case UPDATED_AT -> Comparator.comparing(Product::updatedAt);
    };
  }

  @Override
  protected Comparator<Product> naturalOrder() {
    return by(ProductField.CREATED_AT).reversed();
  }

  @Override
  protected UUID idOf(Product item) {
    return item.id().value();
  }

  @Override
  protected Product addListed(int number) {
    Instant createdAt = NOW.plusSeconds(number * 3 % 5);
    Product.Details details =
        Articles.at(
            Articles.named(
                Articles.underSku(mug(), new Sku("S" + number * 4 % 9 + unique())),
                mark + " " + "caebd".charAt(number % 5)),
            number * 2 % 5 * 100L);
    Product created = Articles.product(IDENTIFIERS, details, createdAt);
    Product product = created.edited(details, createdAt.plusSeconds(number * 4 % 5 * 100L));
    add(created);
    update(product);
    return product;
  }

  @Override
  protected Slice<Product> list(PageRequest<ProductField> page) {
    return products().list(filter(), page);
  }

  private static String sku() {
    return "sku-" + unique();
  }

  private static Product.Details mug() {
    return Articles.mug(sku());
  }

  private Product.Details marked() {
    return Articles.named(mug(), mark);
  }

  private static Product product(Product.Details details) {
    return Articles.product(IDENTIFIERS, details, NOW);
  }

  private Product added(Product.Details details) {
    Product product = product(details);
    add(product);
    return product;
  }

  private void add(Product product) {
    inTransaction(() -> products().add(product));
  }

  private void update(Product product) {
    inTransaction(() -> products().update(product));
  }

  private void delete(ProductId id) {
    inTransaction(() -> products().delete(id, NOW));
  }

  private ProductFilter filter() {
    return text(mark);
  }

  private static ProductFilter text(String text) {
    return new ProductFilter(
        Optional.of(text),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        EnumSet.allOf(ProductStatus.class));
  }

  private ProductFilter prices(OptionalLong least, OptionalLong most) {
    return new ProductFilter(
        Optional.of(mark), Optional.empty(), least, most, EnumSet.allOf(ProductStatus.class));
  }

  private ProductFilter statuses(Set<ProductStatus> statuses) {
    return new ProductFilter(
        Optional.of(mark), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), statuses);
  }

  private List<Product> listed(ProductFilter filter) {
    return inTransaction(
            () ->
                products().list(filter, new PageRequest<>(new PageRequest.Page(1), 100, List.of())))
        .items();
  }

  private void assertStored(Product product) {
    assertThat(inTransaction(() -> products().findForUpdate(product.id()))).contains(product);
    assertThat(inTransaction(() -> products().findAll(List.of(product.id()))))
        .containsExactly(product);
    assertFound(product.id(), Optional.of(product));
  }

  private void assertGone(ProductId id) {
    assertThat(inTransaction(() -> products().findForUpdate(id))).isEmpty();
    assertThat(inTransaction(() -> products().findAll(List.of(id)))).isEmpty();
    assertFound(id, Optional.empty());
  }

  /** A cache may be late, so the product is looked up until it is as expected. */
  private void assertFound(ProductId id, Optional<Product> expected) {
    long start = System.nanoTime();
    Optional<Product> found = products().find(id);
    while (!found.equals(expected) && System.nanoTime() - start < PATIENCE.toNanos()) {
      Thread.onSpinWait();
      found = products().find(id);
    }
    assertThat(found).isEqualTo(expected);
  }
}
