package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductEvents;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

@UseCase
final class CreateProductService implements CreateProduct {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final InstantSource clock;

  CreateProductService(
      UnitOfWork unitOfWork,
      Products products,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Product create(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    Instant now = clock.instant();
    Product product = Product.create(new ProductId(identifiers.next()), command.details(), now);
    unitOfWork.inTransaction(
        () -> {
          products.add(product);
          auditTrail.append(
              AuditEntry.of(command.actor(), "product.created", "product", product.id(), now)
                  .changing(Change.between(Map.of(), product.auditable())));
          outbox.append(ProductEvents.created(product, command.actor()));
        });
    return product;
  }
}
