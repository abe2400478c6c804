package dev.quartermaster.application.catalog;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductEvents;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.catalog.SkuTaken;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Locks what the batch is about, carries it out in memory, and writes what came of it. */
@UseCase
final class ApplyProductBatchService implements ApplyProductBatch {
  private final UnitOfWork unitOfWork;
  private final Products products;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final InstantSource clock;

  ApplyProductBatchService(
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
  public List<Outcome> apply(Command command) {
    command.actor().require(Permission.CATALOG_WRITE);
    List<Operation> operations = command.operations();
    if (operations.size() > MAX_OPERATIONS) {
      throw InvalidInput.of("operations", "must have at most " + MAX_OPERATIONS + " entries");
    }
    return unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          Map<ProductId, Product> before = new LinkedHashMap<>();
          products
              .lockAll(addressed(operations))
              .forEach(product -> before.put(product.id(), product));
          Set<Sku> taken = new HashSet<>();
          before.values().forEach(product -> taken.add(product.sku()));
          products
              .findAllForUpdate(wanted(operations))
              .forEach(product -> taken.add(product.sku()));
          Map<ProductId, Product> after = new LinkedHashMap<>(before);
          List<DomainEvent> events = new ArrayList<>();
          List<Outcome> outcomes =
              operations.stream()
                  .map(each -> carryOut(each, after, taken, command.actor(), now, events))
                  .toList();
          Set<ProductId> added = write(before, after, command.actor(), now);
          outbox.append(written(events, before.keySet(), added));
          return outcomes.stream().map(outcome -> unlessOvertaken(outcome, added)).toList();
        });
  }

  private Outcome carryOut(
      Operation operation,
      Map<ProductId, Product> living,
      Set<Sku> taken,
      Actor actor,
      Instant now,
      List<DomainEvent> events) {
    try {
      return switch (operation) {
        case Create(var details) -> {
          Product product = Product.create(new ProductId(identifiers.next()), details, now);
          take(product.sku(), taken);
          living.put(product.id(), product);
          events.add(ProductEvents.created(product, actor));
          yield new Created(product);
        }
        case Edit(var id, var expected, var changes) -> {
          Product product = found(id, expected, living);
          Product edited = product.edited(changes.appliedTo(product.details()), now);
          if (edited.details().equals(product.details())) {
            yield new Edited(product);
          }
          if (!edited.sku().equals(product.sku())) {
            take(edited.sku(), taken);
          }
          living.put(id, edited);
          events.add(ProductEvents.updated(edited, actor));
          yield new Edited(edited);
        }
        case Delete(var id, var expected) -> {
          Product product = found(id, expected, living);
          taken.remove(product.sku());
          living.remove(id);
          events.add(ProductEvents.deleted(product, actor, now));
          yield new Deleted();
        }
      };
    } catch (DomainException reason) {
      return new Refused(reason);
    }
  }

  private static Product found(
      ProductId id, ExpectedVersion expected, Map<ProductId, Product> living) {
    Product product =
        Optional.ofNullable(living.get(id)).orElseThrow(() -> new NotFound("product", id));
    expected.check(product.version());
    return product;
  }

  private static void take(Sku sku, Set<Sku> taken) {
    if (!taken.add(sku)) {
      throw new SkuTaken(sku);
    }
  }

  /** What is deleted goes first, as its sku may be taken again. */
  private Set<ProductId> write(
      Map<ProductId, Product> before, Map<ProductId, Product> after, Actor actor, Instant now) {
    List<Product> deleted =
        before.values().stream().filter(product -> !after.containsKey(product.id())).toList();
    List<Product> edited =
        after.values().stream()
            .filter(
                product ->
                    before.containsKey(product.id()) && !product.equals(before.get(product.id())))
            .toList();
    List<Product> created =
        after.values().stream().filter(product -> !before.containsKey(product.id())).toList();
    products.deleteAll(deleted.stream().map(Product::id).toList(), now);
    products.updateAll(edited);
    List<Product> added = products.addMissing(created);
    List<AuditEntry> entries = new ArrayList<>();
    for (Product product : deleted) {
      entries.add(entry(actor, "product.deleted", product, product.auditable(), Map.of(), now));
    }
    for (Product product : edited) {
      Map<String, String> was = before.getOrDefault(product.id(), product).auditable();
      entries.add(entry(actor, "product.edited", product, was, product.auditable(), now));
    }
    for (Product product : added) {
      entries.add(entry(actor, "product.created", product, Map.of(), product.auditable(), now));
    }
    auditTrail.append(entries);
    return added.stream().map(Product::id).collect(Collectors.toUnmodifiableSet());
  }

  private static AuditEntry entry(
      Actor actor,
      String action,
      Product product,
      Map<String, String> before,
      Map<String, String> after,
      Instant now) {
    return AuditEntry.of(actor, action, "product", product.id(), now)
        .changing(Change.between(before, after));
  }

  /** What happened to products that there are, and not to those that came to nothing. */
  private static List<DomainEvent> written(
      List<DomainEvent> events, Set<ProductId> before, Set<ProductId> added) {
    Set<String> stored =
        Stream.concat(before.stream(), added.stream())
            .map(ProductId::toString)
            .collect(Collectors.toUnmodifiableSet());
    return events.stream().filter(event -> stored.contains(event.aggregateId())).toList();
  }

  /** Somebody else may have created a product of the sku since it was seen to be free. */
  private static Outcome unlessOvertaken(Outcome outcome, Set<ProductId> added) {
    return outcome instanceof Created(var product) && !added.contains(product.id())
        ? new Refused(new SkuTaken(product.sku()))
        : outcome;
  }

  private static Set<ProductId> addressed(List<Operation> operations) {
    return operations.stream()
        .flatMap(
            operation ->
                switch (operation) {
                  case Create _ -> Stream.<ProductId>empty();
                  case Edit edit -> Stream.of(edit.productId());
                  case Delete delete -> Stream.of(delete.productId());
                })
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Sku> wanted(List<Operation> operations) {
    return operations.stream()
        .flatMap(
            operation ->
                switch (operation) {
                  case Create(var details) -> Stream.of(details.sku());
                  case Edit edit -> edit.changes().sku().stream();
                  case Delete _ -> Stream.<Sku>empty();
                })
        .collect(Collectors.toUnmodifiableSet());
  }
}
