package dev.quartermaster.testkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.catalog.SkuTaken;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.testkit.shared.Concurrently;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Products} promise. */
public abstract class ProductsContract extends ProductListsContract {
  /** Longer than a cache may serve a product that has changed. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

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
            atHand -> assertThat(atHand).contains(product), atHand -> assertThat(atHand).isEmpty());
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
  void findsThoseOfSeveralSkusThatLive() {
    Product first = added(mug());
    Product second = added(mug());
    Product deleted = added(mug());
    added(mug());
    delete(deleted.id());
    assertThat(
            inTransaction(
                () ->
                    products()
                        .findAllForUpdate(
                            List.of(first.sku(), second.sku(), deleted.sku(), new Sku(sku())))))
        .containsExactlyInAnyOrder(first, second);
    assertThat(inTransaction(() -> products().findAllForUpdate(List.of()))).isEmpty();
  }

  @Test
  void productsLockedByTheirSkusAreReadAsTheirHolderLeavesThem() {
    Product product = added(mug());
    Product edited = product.edited(Articles.named(product.details(), "Bowl"), NOW);
    List<Product> seen =
        readWhileChanged(
            () -> products().findAllForUpdate(List.of(product.sku())),
            () -> products().updateAll(List.of(edited)));
    assertThat(seen).containsExactly(edited);
    assertStored(edited);
  }

  @Test
  void updateAllReplacesTheStoredStates() {
    Product first = added(mug());
    Product second = added(mug());
    Product untouched = added(mug());
    Product renamed =
        first.edited(Articles.named(first.details(), "Crème „Größe 2“ 🍮"), NOW.plusSeconds(1));
    Product other =
        second.edited(
            new Product.Details(
                new Sku(sku()),
                "Bowl",
                "A bowl.",
                Optional.empty(),
                new Money(99, Currency.getInstance("USD")),
                Map.of("size", new AttributeValue.Text("L")),
                ProductStatus.ARCHIVED),
            NOW.plusSeconds(2));
    assertFound(first.id(), Optional.of(first));
    inTransaction(() -> products().updateAll(List.of(renamed, other)));
    assertStored(renamed);
    assertStored(other);
    assertStored(untouched);
    inTransaction(() -> products().updateAll(List.of()));
  }

  @Test
  void updateAllRefusesASkuThatIsTaken() {
    Product first = added(mug());
    Product second = added(mug());
    Product clash = second.edited(Articles.underSku(second.details(), first.sku()), NOW);
    assertThatExceptionOfType(SkuTaken.class)
        .isThrownBy(() -> inTransaction(() -> products().updateAll(List.of(clash))));
    assertStored(second);
    assertStored(first);
  }

  @Test
  void locksAndDeletesSeveral() {
    Product first = added(mug());
    Product second = added(mug());
    Product kept = added(mug());
    assertFound(first.id(), Optional.of(first));
    List<ProductId> ids =
        List.of(first.id(), second.id(), first.id(), new ProductId(IDENTIFIERS.next()));
    assertThat(inTransaction(() -> products().lockAll(ids)))
        .containsExactlyInAnyOrder(first, second);
    inTransaction(() -> products().deleteAll(ids, NOW));
    assertGone(first.id());
    assertGone(second.id());
    assertStored(kept);
    assertThat(inTransaction(() -> products().lockAll(ids))).isEmpty();
    assertStored(added(Articles.underSku(mug(), first.sku())));
  }

  @Test
  void handsOverAllLivingProductsBySku() {
    Product first = added(marked());
    Product second = added(marked());
    Product deleted = added(marked());
    delete(deleted.id());
    List<Product> seen = new ArrayList<>();
    inTransaction(() -> products().forEach(seen::add));
    assertThat(seen)
        .contains(first, second)
        .doesNotContain(deleted)
        .isSortedAccordingTo(Comparator.comparing(product -> product.sku().value()));
  }

  @Test
  void knowsTheNamesOfAttributes() {
    String name = unique();
    String other = unique();
    Product.Details mug = mug();
    Product product =
        added(
            new Product.Details(
                mug.sku(),
                mug.name(),
                mug.description(),
                mug.category(),
                mug.price(),
                Map.of(name, new AttributeValue.Text("x"), other, new AttributeValue.Flag(true)),
                mug.status()));
    assertThat(inTransaction(() -> products().attributeNames()))
        .contains(name, other)
        .isSorted()
        .doesNotHaveDuplicates();
    delete(product.id());
    assertThat(inTransaction(() -> products().attributeNames())).doesNotContain(name, other);
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
