package dev.quartermaster.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final ProductId ID = new ProductId(UUID.randomUUID());
  private static final Money PRICE = new Money(1_250, Currency.getInstance("EUR"));

  @Test
  void isCreatedFromItsDetails() {
    Product.Details details =
        details("Mug", "For tea.", Optional.of("kitchen"), PRICE, attributes(3));
    Product product = Product.create(ID, details, NOW);
    assertThat(product.details()).isEqualTo(details);
    assertThat(product.id()).isEqualTo(ID);
    assertThat(product.createdAt()).isEqualTo(product.updatedAt()).isEqualTo(NOW);
    assertThat(product.version()).isEqualTo(1);
  }

  @Test
  void isEditedAsAWhole() {
    Product product = product("Mug", "", Optional.empty(), PRICE, Map.of());
    Product.Details other =
        new Product.Details(
            new Sku("other"),
            "Bowl",
            "For soup.",
            Optional.of("kitchen"),
            new Money(5, Currency.getInstance("USD")),
            attributes(1),
            ProductStatus.ARCHIVED);
    Instant later = NOW.plusSeconds(1);
    Product edited = product.edited(other, later);
    assertThat(edited.details()).isEqualTo(other);
    assertThat(edited.id()).isEqualTo(ID);
    assertThat(edited.createdAt()).isEqualTo(NOW);
    assertThat(edited.updatedAt()).isEqualTo(later);
    assertThat(edited.version()).isEqualTo(2);
  }

  @Test
  void stripsNameAndCategory() {
    Product product = product("  Mug ", "", Optional.of("  kitchen\t"), PRICE, Map.of());
    assertThat(product.name()).isEqualTo("Mug");
    assertThat(product.category()).contains("kitchen");
    assertThat(product("Mug", "", Optional.of("  "), PRICE, Map.of()).category()).isEmpty();
  }

  @Test
  void takesTheLongestAndTheDearest() {
    assertThatCode(
            () ->
                product(
                    "n".repeat(300),
                    "d".repeat(10_000),
                    Optional.of("c".repeat(100)),
                    new Money(Money.MAX_PRICE, PRICE.currency()),
                    attributes(50)))
        .doesNotThrowAnyException();
  }

  @Test
  void namesEveryFieldAtFaultAtOnce() {
    Map<String, AttributeValue> attributes = new HashMap<>(attributes(51));
    attributes.put(" ", new AttributeValue.Flag(true));
    attributes.put("long", new AttributeValue.Text("x".repeat(501)));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                product(
                    "n".repeat(301),
                    "d".repeat(10_001),
                    Optional.of("c".repeat(101)),
                    new Money(Money.MAX_PRICE + 1, PRICE.currency()),
                    attributes))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactlyInAnyOrder(
                        "name",
                        "description",
                        "category",
                        "price.amount",
                        "attributes",
                        "attributes",
                        "attributes.long"));
  }

  @Test
  void hasAName() {
    for (String name : List.of("", "  ")) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> product(name, "", Optional.empty(), PRICE, Map.of()))
          .withMessageStartingWith("name: ");
    }
  }

  @Test
  void onlyAnActiveOneIsForSale() {
    for (ProductStatus status : ProductStatus.values()) {
      Product product =
          Product.create(
              ID,
              new Product.Details(
                  new Sku("mug"), "Mug", "", Optional.empty(), PRICE, Map.of(), status),
              NOW);
      assertThat(product.isForSale()).isEqualTo(status == ProductStatus.ACTIVE);
    }
  }

  @Test
  void codesOfTheStatusReadBack() {
    for (ProductStatus status : ProductStatus.values()) {
      assertThat(ProductStatus.ofCode(status.code())).contains(status);
    }
    assertThat(ProductStatus.ofCode("ACTIVE")).isEmpty();
  }

  @Test
  void copiesItsAttributes() {
    Map<String, AttributeValue> attributes = new HashMap<>();
    Product product = product("Mug", "", Optional.empty(), PRICE, attributes);
    attributes.put("colour", new AttributeValue.Text("red"));
    assertThat(product.attributes()).isEmpty();
  }

  private static Product product(
      String name,
      String description,
      Optional<String> category,
      Money price,
      Map<String, AttributeValue> attributes) {
    return Product.create(ID, details(name, description, category, price, attributes), NOW);
  }

  private static Product.Details details(
      String name,
      String description,
      Optional<String> category,
      Money price,
      Map<String, AttributeValue> attributes) {
    return new Product.Details(
        new Sku("mug"), name, description, category, price, attributes, ProductStatus.ACTIVE);
  }

  private static Map<String, AttributeValue> attributes(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(
            Collectors.toMap(
                index -> "attribute " + index,
                index -> new AttributeValue.Numeric(BigDecimal.valueOf(index))));
  }
}
