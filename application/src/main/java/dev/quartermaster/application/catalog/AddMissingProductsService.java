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
import java.util.List;
import java.util.Map;

@UseCase
final class AddMissingProductsService implements AddMissingProducts {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final InstantSource clock;

  AddMissingProductsService(
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
  public List<Product> add(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    Instant now = clock.instant();
    List<Product> candidates =
        command.products().stream()
            .map(details -> Product.create(new ProductId(identifiers.next()), details, now))
            .toList();
    return unitOfWork.inTransaction(
        () -> {
          List<Product> added = products.addMissing(candidates);
          auditTrail.append(
              added.stream()
                  .map(
                      product ->
                          AuditEntry.of(
                                  command.actor(), "product.created", "product", product.id(), now)
                              .changing(Change.between(Map.of(), product.auditable())))
                  .toList());
          outbox.append(
              added.stream()
                  .map(product -> ProductEvents.created(product, command.actor()))
                  .toList());
          return added;
        });
  }
}
