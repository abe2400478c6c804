package dev.quartermaster.testkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Facet;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.catalog.SkuTaken;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.ListContract;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import java.util.stream.IntStream;
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

  @Test
  void listsNoDeletedProducts() {
    Product living = addListed(0);
    Product deleted = addListed(1);
    delete(deleted.id());
    assertThat(listed(filter())).containsExactly(living);
  }

  @Test
  void findsWordsWhateverTheirOrderCapitalsAndAccents() {
    Product product = added(Articles.named(mug(), "Großer ÄPFEL-Korb (crème) " + mark));
    added(Articles.named(mug(), "Großer Korb " + mark));
    for (String text :
        List.of(
            "äpfel korb " + mark,
            "GROßER Äpfel-KORB " + mark.toUpperCase(Locale.ROOT),
            mark + ", Apfel",
            mark + "; CREME!")) {
      assertThat(listed(text(text))).as(text).containsExactly(product);
    }
    assertThat(listed(text(mark + " Birnen"))).isEmpty();
    assertThat(listed(text("-- ' \" % \\ :* & |"))).isEmpty();
  }

  @Test
  void findsWordsInEveryFieldTheMostRelevantFirst() {
    Product.Details mug = mug();
    Product inDescription = added(detailed(mug(), "Bowl", "", "Goes with a mug of " + mark));
    Product inCategory = added(detailed(mug(), "Mug", "stoneware " + mark, ""));
    Product inSku = added(Articles.underSku(detailed(mug, "Mug", "", ""), new Sku("MUG/" + mark)));
    Product beginning = added(detailed(mug(), "Mug " + mark + "s", "", ""));
    Product inName = added(detailed(mug(), mark + " Mug, large", "", ""));
    assertThat(listed(text("mug " + mark)))
        .containsExactly(inName, beginning, inSku, inCategory, inDescription);
    assertThat(listed(text("MUG/" + mark)))
        .as("a sku as a whole is worth as much as a name")
        .startsWith(inName, inSku)
        .hasSize(5);
  }

  @Test
  void findsWhatBeginsWithTheLastWordAlone() {
    Product lampshade = added(Articles.named(mug(), mark + " Lampshade"));
    added(Articles.named(mug(), "Lamp without shade"));
    assertThat(listed(text(mark + " lamp"))).containsExactly(lampshade);
    assertThat(listed(text("lamp " + mark))).isEmpty();
    assertThat(listed(text(mark + " shade"))).isEmpty();
  }

  @Test
  void findsWhatAMistypedWordMeans() {
    Product lampshade = added(Articles.named(mug(), "Hexagonal lampshade " + mark));
    assertThat(listed(text("hexagnoal " + mark))).containsExactly(lampshade);
    assertThat(listed(text(mark + " lampshdae"))).containsExactly(lampshade);
    assertThat(listed(text(mark + " umbrella"))).isEmpty();
  }

  @Test
  void takesNumbersAsTheyAre() {
    added(Articles.named(mug(), "Model 1234567 " + mark));
    assertThat(listed(text(mark + " 1234576"))).isEmpty();
    assertThat(listed(text("1234568 " + mark))).isEmpty();
  }

  @Test
  void findsPartsOfASku() {
    String part = unique();
    Product product = added(Articles.underSku(mug(), new Sku("KORB-" + part + "_7.b/C")));
    for (String text : List.of(part.substring(3), "orb-" + part, part + "_7.B/", "B-" + part)) {
      assertThat(listed(text(text))).as(text).containsExactly(product);
    }
    assertThat(listed(text(part + "x7"))).isEmpty();
  }

  @Test
  void sortsWhatIsFoundByRelevanceOrByAnyField() {
    Product other = added(Articles.at(detailed(mug(), "Bowl", "", mark), 100));
    Product best = added(Articles.at(detailed(mug(), mark, "", ""), 200));
    assertThat(sorted(ProductField.RELEVANCE)).containsExactly(best, other);
    assertThat(sorted(ProductField.PRICE)).containsExactly(other, best);
  }

  @Test
  void walksByRelevanceFromGradeToGrade() {
    for (int count = 0; count < 3; count++) {
      added(detailed(mug(), "Bowl", "", mark));
      added(detailed(mug(), mark, "", ""));
      added(detailed(mug(), "Bowl", mark, ""));
    }
    List<Product> all = listed(filter());
    assertThat(all).hasSize(9);
    for (int step : List.of(1, 2, 3, 4)) {
      assertThat(walked(filter(), step)).isEqualTo(all);
    }
  }

  @Test
  void refusesTheCursorOfAnotherFilter() {
    added(marked());
    added(marked());
    PageRequest<ProductField> start = new PageRequest<>(new PageRequest.After(""), 1, List.of());
    Slice.Cursor cursor =
        (Slice.Cursor) inTransaction(() -> products().list(filter(), start)).paging();
    PageRequest<ProductField> next =
        new PageRequest<>(new PageRequest.After(cursor.next().orElseThrow()), 1, List.of());
    for (ProductFilter other :
        List.of(
            text(mark + " mug"),
            statuses(Set.of(ProductStatus.ACTIVE)),
            prices(OptionalLong.of(1), OptionalLong.empty()),
            attributes(Map.of("size", AttributeValue.writtenAs("1"))))) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> inTransaction(() -> products().list(other, next)));
    }
    assertThat(inTransaction(() -> products().list(filter(), next)).items()).hasSize(1);
  }

  @Test
  void countsWhatIsSearchedUpToABoundAndSaysSo() {
    int many = Products.MAX_COUNTED + 1;
    inTransaction(
        () ->
            products()
                .addMissing(
                    IntStream.range(0, many)
                        .mapToObj(
                            number ->
                                product(Articles.named(mug(), number % 4 == 0 ? mark : mark + "s")))
                        .toList()));
    PageRequest<ProductField> third = new PageRequest<>(new PageRequest.Page(3), 100, List.of());
    assertThat(inTransaction(() -> products().list(filter(), third)).paging())
        .isEqualTo(new Slice.Numbered(3, 100, Products.MAX_COUNTED, true));
    List<Product> walked = walked(filter(), 97);
    assertThat(walked).hasSize(many).doesNotHaveDuplicates();
    assertThat(walked.subList(0, many / 4)).allMatch(product -> product.name().equals(mark));
    assertThat(inTransaction(() -> products().list(filter(), third)).items())
        .isEqualTo(walked.subList(200, 300));
    assertThat(sorted(ProductField.SKU)).hasSize(100).isSortedAccordingTo(by(ProductField.SKU));
    delete(walked.getFirst().id());
    assertThat(inTransaction(() -> products().list(filter(), third)).paging())
        .isEqualTo(new Slice.Numbered(3, 100, Products.MAX_COUNTED));
  }

  @Test
  void filtersByAttributesAsPeopleWriteTheirValues() {
    Product number = added(attributed("size", new AttributeValue.Numeric(new BigDecimal("12.50"))));
    Product text = added(attributed("size", new AttributeValue.Text("12.5")));
    Product flag = added(attributed("size", new AttributeValue.Flag(true)));
    Product other = added(attributed("colour", new AttributeValue.Text("12.5")));
    assertThat(listed(withSize("12.5"))).containsExactlyInAnyOrder(number, text);
    assertThat(listed(withSize("12.500"))).containsExactly(number);
    assertThat(listed(withSize("true"))).containsExactly(flag);
    assertThat(listed(withSize("12"))).isEmpty();
    assertThat(listed(withSize("\"},{'"))).isEmpty();
    assertThat(
            listed(
                attributes(
                    Map.of(
                        "size",
                        Set.of(new AttributeValue.Flag(true), new AttributeValue.Text("12.5"))))))
        .containsExactlyInAnyOrder(text, flag);
    assertThat(
            listed(
                attributes(
                    Map.of(
                        "size", AttributeValue.writtenAs("true"),
                        "colour", AttributeValue.writtenAs("12.5")))))
        .isEmpty();
    assertThat(listed(attributes(Map.of("colour", AttributeValue.writtenAs("12.5")))))
        .containsExactly(other);
  }

  @Test
  void countsByFields() {
    added(Articles.inCategory(attributed("size", new AttributeValue.Text("L")), Optional.of("b")));
    added(Articles.inCategory(attributed("size", new AttributeValue.Text("M")), Optional.of("B")));
    added(Articles.inCategory(attributed("size", new AttributeValue.Text("M")), Optional.of("a")));
    added(
        Articles.inCategory(
            attributed("size", new AttributeValue.Numeric(new BigDecimal("4"))), Optional.of("b")));
    added(Articles.inCategory(Articles.inStatus(marked(), ProductStatus.DRAFT), Optional.empty()));
    assertThat(
            facets(
                filter(),
                new Facet.Status(),
                new Facet.Category(),
                new Facet.Attribute("size"),
                new Facet.Attribute("none")))
        .containsExactly(
            facet(new Facet.Status(), count("active", 4), count("draft", 1)),
            facet(new Facet.Category(), count("b", 2), count("B", 1), count("a", 1)),
            facet(new Facet.Attribute("size"), count("M", 2), count("4", 1), count("L", 1)),
            facet(new Facet.Attribute("none")));
    assertThat(facets(statuses(Set.of(ProductStatus.DRAFT)), new Facet.Status()))
        .containsExactly(facet(new Facet.Status(), count("draft", 1)));
    assertThat(facets(filter())).isEmpty();
  }

  @Test
  void countsWithoutASearch() {
    String category = "category " + mark;
    added(Articles.inCategory(mug(), Optional.of(category)));
    added(
        Articles.inCategory(Articles.inStatus(mug(), ProductStatus.DRAFT), Optional.of(category)));
    ProductFilter ofCategory =
        new ProductFilter(
            Optional.empty(),
            Optional.of(category),
            OptionalLong.empty(),
            OptionalLong.empty(),
            EnumSet.allOf(ProductStatus.class),
            Map.of());
    assertThat(facets(ofCategory, new Facet.Category(), new Facet.Status()))
        .containsExactly(
            facet(new Facet.Category(), count(category, 2)),
            facet(new Facet.Status(), count("active", 1), count("draft", 1)));
  }

  @Test
  void givesTheMostFrequentValuesAndSaysThatThereAreMore() {
    inTransaction(
        () ->
            products()
                .addMissing(
                    IntStream.range(0, Facet.MAX_VALUES + 2)
                        .mapToObj(
                            number ->
                                product(
                                    attributed(
                                        "size",
                                        new AttributeValue.Numeric(BigDecimal.valueOf(number)))))
                        .toList()));
    List<Facet> facets = facets(filter(), new Facet.Attribute("size"));
    assertThat(facets).hasSize(1);
    assertThat(facets.getFirst().values()).hasSize(Facet.MAX_VALUES);
    assertThat(facets.getFirst().moreValues()).isTrue();
    assertThat(facets.getFirst().atLeast()).isFalse();
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
                    EnumSet.allOf(ProductStatus.class),
                    Map.of())))
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
    return List.copyOf(EnumSet.complementOf(EnumSet.of(ProductField.RELEVANCE)));
  }

  @Override
  protected Comparator<Product> by(ProductField field) {
    return switch (field) {
      case SKU -> Comparator.comparing(product -> product.sku().value());
      case NAME -> Comparator.comparing(Product::name);
      case PRICE -> Comparator.comparing(product -> product.price().amount());
      case CREATED_AT -> Comparator.comparing(Product::createdAt);
      case UPDATED_AT -> Comparator.comparing(Product::updatedAt);
      case RELEVANCE -> throw new IllegalArgumentException("no field of a product");
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
        EnumSet.allOf(ProductStatus.class),
        Map.of());
  }

  private ProductFilter prices(OptionalLong least, OptionalLong most) {
    return new ProductFilter(
        Optional.of(mark),
        Optional.empty(),
        least,
        most,
        EnumSet.allOf(ProductStatus.class),
        Map.of());
  }

  private ProductFilter statuses(Set<ProductStatus> statuses) {
    return new ProductFilter(
        Optional.of(mark),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        statuses,
        Map.of());
  }

  private ProductFilter attributes(Map<String, Set<AttributeValue>> attributes) {
    return new ProductFilter(
        Optional.of(mark),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        EnumSet.allOf(ProductStatus.class),
        attributes);
  }

  private ProductFilter withSize(String size) {
    return attributes(Map.of("size", AttributeValue.writtenAs(size)));
  }

  private Product.Details attributed(String name, AttributeValue value) {
    return Articles.with(marked(), Map.of(name, value));
  }

  private static Product.Details detailed(
      Product.Details details, String name, String category, String description) {
    return new Product.Details(
        details.sku(),
        name,
        description,
        Optional.of(category),
        details.price(),
        details.attributes(),
        details.status());
  }

  private List<Product> sorted(ProductField field) {
    return inTransaction(
            () ->
                products()
                    .list(
                        filter(),
                        new PageRequest<>(
                            new PageRequest.Page(1), 100, List.of(new Sort<>(field, false)))))
        .items();
  }

  private List<Product> walked(ProductFilter filter, int step) {
    List<Product> walked = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    while (cursor.isPresent()) {
      PageRequest<ProductField> request =
          new PageRequest<>(new PageRequest.After(cursor.get()), step, List.of());
      Slice<Product> part = inTransaction(() -> products().list(filter, request));
      walked.addAll(part.items());
      cursor = ((Slice.Cursor) part.paging()).next();
    }
    return walked;
  }

  private List<Facet> facets(ProductFilter filter, Facet.Field... fields) {
    return inTransaction(() -> products().facets(filter, List.of(fields)));
  }

  private static Facet facet(Facet.Field field, Facet.Count... values) {
    return new Facet(field, List.of(values), false, false);
  }

  private static Facet.Count count(String value, long products) {
    return new Facet.Count(value, products);
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
