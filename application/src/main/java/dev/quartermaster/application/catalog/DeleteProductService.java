package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductEvents;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

@UseCase
final class DeleteProductService implements DeleteProduct {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  DeleteProductService(
      UnitOfWork unitOfWork,
      Products products,
      AuditTrail auditTrail,
      Outbox outbox,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.products = products;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void delete(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    unitOfWork.inTransaction(
        () -> {
          Product product =
              products
                  .findForUpdate(command.productId())
                  .orElseThrow(() -> new NotFound("product", command.productId()));
          command.expected().check(product.version());
          Instant now = clock.instant();
          products.delete(product.id(), now);
          auditTrail.append(
              AuditEntry.of(command.actor(), "product.deleted", "product", product.id(), now)
                  .changing(Change.between(product.auditable(), Map.of())));
          outbox.append(ProductEvents.deleted(product, command.actor(), now));
        });
  }
}
