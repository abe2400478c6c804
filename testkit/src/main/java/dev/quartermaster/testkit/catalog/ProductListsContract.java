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
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.testkit.shared.ListContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

/** What {@link Products} promise of lists, searches and counts. */
public abstract class ProductListsContract extends ListContract<Product, ProductField> {
  /** Found in the name of each product that the test adds to its list. */
  private final String mark = unique();

  /** The port under test. */
  protected abstract Products products();

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

  static String sku() {
    return "sku-" + unique();
  }

  static Product.Details mug() {
    return Articles.mug(sku());
  }

  Product.Details marked() {
    return Articles.named(mug(), mark);
  }

  static Product product(Product.Details details) {
    return Articles.product(IDENTIFIERS, details, NOW);
  }

  Product added(Product.Details details) {
    Product product = product(details);
    add(product);
    return product;
  }

  void add(Product product) {
    inTransaction(() -> products().add(product));
  }

  void update(Product product) {
    inTransaction(() -> products().update(product));
  }

  void delete(ProductId id) {
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
}
