package dev.quartermaster.cache.catalog;

import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import jakarta.inject.Singleton;

/** A bean class of its own, as decorators are put before those alone. */
@Singleton
final class StoredProducts extends HeldProducts {
  StoredProducts(InMemoryUnitOfWork unitOfWork) {
    super(new InMemoryProducts(unitOfWork));
  }
}
