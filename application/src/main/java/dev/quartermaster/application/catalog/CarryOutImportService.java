package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductEvents;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@UseCase
final class CarryOutImportService implements CarryOutImport {
  private final UnitOfWork unitOfWork;
  private final ProductImports imports;
  private final Products products;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final InstantSource clock;

  CarryOutImportService(
      UnitOfWork unitOfWork,
      ProductImports imports,
      Products products,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.imports = imports;
    this.products = products;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Result carryOutNext(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    return unitOfWork.inTransaction(
        () -> {
          List<ImportLine> part = imports.take(command.importId());
          Map<Sku, Product.Details> wanted = new LinkedHashMap<>();
          List<ImportLine.Rejected> rejected = new ArrayList<>();
          for (ImportLine line : part) {
            switch (line) {
              case ImportLine.Accepted(var _, var details) -> wanted.put(details.sku(), details);
              case ImportLine.Rejected rejection -> rejected.add(rejection);
            }
          }
          carryOut(wanted, command.actor(), clock.instant());
          return new Result(part.size(), rejected);
        });
  }

  private void carryOut(Map<Sku, Product.Details> wanted, Actor actor, Instant now) {
    List<AuditEntry> entries = new ArrayList<>();
    List<DomainEvent> events = new ArrayList<>();
    Map<Sku, Product.Details> missing = new LinkedHashMap<>(wanted);
    change(missing, actor, now, entries, events);
    for (Product added : products.addMissing(created(missing.values(), now))) {
      missing.remove(added.sku());
      entries.add(entry("product.created", Map.of(), added, actor, now));
      events.add(ProductEvents.created(added, actor));
    }
    // Somebody added these in between, so that there is something to change by now.
    change(missing, actor, now, entries, events);
    auditTrail.append(entries);
    outbox.append(events);
  }

  /** Changes the products that there are, as far as they differ, and takes them out of the map. */
  private void change(
      Map<Sku, Product.Details> wanted,
      Actor actor,
      Instant now,
      List<AuditEntry> entries,
      List<DomainEvent> events) {
    if (wanted.isEmpty()) {
      return;
    }
    List<Product> changed = new ArrayList<>();
    for (Product product : products.findAllForUpdate(wanted.keySet())) {
      Product edited = product.edited(wanted.remove(product.sku()), now);
      if (!edited.details().equals(product.details())) {
        changed.add(edited);
        entries.add(entry("product.edited", product.auditable(), edited, actor, now));
        events.add(ProductEvents.updated(edited, actor));
      }
    }
    products.updateAll(changed);
  }

  private List<Product> created(Collection<Product.Details> details, Instant now) {
    return details.stream()
        .map(each -> Product.create(new ProductId(identifiers.next()), each, now))
        .toList();
  }

  private static AuditEntry entry(
      String action, Map<String, String> before, Product product, Actor actor, Instant now) {
    return AuditEntry.of(actor, action, "product", product.id(), now)
        .changing(Change.between(before, product.auditable()));
  }
}
