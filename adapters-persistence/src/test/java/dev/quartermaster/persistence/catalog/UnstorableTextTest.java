package dev.quartermaster.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.catalog.Articles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** PostgreSQL stores every character but U+0000, wherever a text may be. */
@QuarkusTest
class UnstorableTextTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

  @Inject UnitOfWork unitOfWork;
  @Inject Identifiers identifiers;
  @Inject Products products;

  @Test
  void inAColumn() {
    Product product = product(Articles.named(mug(), "a\0b"));
    assertRefused(() -> products.add(product));
    assertRefused(() -> products.addMissing(List.of(product)));
  }

  @Test
  void inAnAttribute() {
    Product.Details mug = mug();
    for (Map<String, AttributeValue> attributes :
        List.<Map<String, AttributeValue>>of(
            Map.of("a\0b", new AttributeValue.Flag(true)),
            Map.of("colour", new AttributeValue.Text("a\0b")))) {
      Product product =
          product(
              new Product.Details(
                  mug.sku(),
                  mug.name(),
                  mug.description(),
                  mug.category(),
                  mug.price(),
                  attributes,
                  mug.status()));
      assertRefused(() -> products.add(product));
      assertRefused(() -> products.addMissing(List.of(product)));
    }
  }

  @Test
  void inAFilter() {
    assertRefused(
        () ->
            products.list(
                new ProductFilter(
                    Optional.of("a\0b"),
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Set.of(),
                    Map.of()),
                new PageRequest<>(new PageRequest.Page(1), 1, List.of())));
  }

  private void assertRefused(Runnable work) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> unitOfWork.inTransaction(work));
  }

  private Product product(Product.Details details) {
    return Articles.product(identifiers, details, NOW);
  }

  private Product.Details mug() {
    return Articles.mug("sku-" + identifiers.next());
  }
}
