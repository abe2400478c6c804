package dev.quartermaster.cache.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.cache.shared.Node;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The cache stands before the products of its own accord. */
@QuarkusTest
@QuarkusTestResource(EmbeddedRedisResource.class)
final class CacheInTheApplicationTest {
  private final Products products;
  private final UnitOfWork unitOfWork;
  private final MeterRegistry registry;

  CacheInTheApplicationTest(Products products, UnitOfWork unitOfWork, MeterRegistry registry) {
    this.products = products;
    this.unitOfWork = unitOfWork;
    this.registry = registry;
  }

  @Test
  void servesAProductFromMemory() {
    Product mug =
        Articles.product(
            new SequentialIdentifiers(),
            Articles.mug("MUG"),
            Instant.parse("2026-03-01T10:15:30Z"));
    unitOfWork.inTransaction(() -> products.add(mug));

    Node.await(
        () -> {
          assertThat(products.find(mug.id())).contains(mug);
          return registry
                  .get("quartermaster.cache.requests")
                  .tags("cache", "products", "result", "near")
                  .counter()
                  .count()
              > 0;
        });
  }
}
