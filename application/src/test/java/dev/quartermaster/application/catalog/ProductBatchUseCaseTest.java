package dev.quartermaster.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.application.catalog.ApplyProductBatch.Create;
import dev.quartermaster.application.catalog.ApplyProductBatch.Created;
import dev.quartermaster.application.catalog.ApplyProductBatch.Delete;
import dev.quartermaster.application.catalog.ApplyProductBatch.Deleted;
import dev.quartermaster.application.catalog.ApplyProductBatch.Edit;
import dev.quartermaster.application.catalog.ApplyProductBatch.Edited;
import dev.quartermaster.application.catalog.ApplyProductBatch.Operation;
import dev.quartermaster.application.catalog.ApplyProductBatch.Outcome;
import dev.quartermaster.application.catalog.ApplyProductBatch.Refused;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductChanges;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Sku;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductBatchUseCaseTest {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts products = new InMemoryProducts(unitOfWork);
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final Actor clerk = Actors.with(Permission.CATALOG_WRITE);
  private final ApplyProductBatch batch =
      new ApplyProductBatchService(
          unitOfWork,
          products,
          auditTrail,
          outbox,
          new SequentialIdentifiers(),
          new SettableClock(Instant.parse("2026-03-01T10:00:00Z")));

  @Test
  void carriesOutWhatItCanAndSaysWhatItCannot() {
    Product mug = created("mug");
    Product jug = created("jug");
    List<Outcome> outcomes =
        apply(
            new Create(Articles.mug("bowl")),
            new Create(Articles.mug("mug")),
            rename(mug.id(), ExpectedVersion.of(1), "Beaker"),
            rename(mug.id(), ExpectedVersion.of(1), "Tankard"),
            new Delete(jug.id(), ExpectedVersion.any()),
            rename(jug.id(), ExpectedVersion.any(), "Pitcher"));

    assertThat(outcomes.get(0)).isInstanceOf(Created.class);
    assertThat(codes(outcomes))
        .containsExactly("Created", "sku-taken", "Edited", "stale-version", "Deleted", "not-found");
    assertThat(products.find(mug.id()).map(Product::name)).contains("Beaker");
    assertThat(products.find(jug.id())).isEmpty();
    assertThat(auditTrail.actionsOn(mug.id())).containsExactly("product.created", "product.edited");
    assertThat(auditTrail.actionsOn(jug.id()))
        .containsExactly("product.created", "product.deleted");
  }

  @Test
  void laterOperationsSeeEarlierOnes() {
    Product mug = created("mug");
    assertThat(
            codes(
                apply(
                    rename(mug.id(), ExpectedVersion.of(1), "Beaker"),
                    rename(mug.id(), ExpectedVersion.of(2), "Tankard"),
                    new Create(Articles.mug("bowl")),
                    new Create(Articles.mug("bowl")))))
        .containsExactly("Edited", "Edited", "Created", "sku-taken");
    Product now = products.find(mug.id()).orElseThrow();
    assertThat(now.name()).isEqualTo("Tankard");
    assertThat(now.version()).isEqualTo(3);
  }

  @Test
  void aSkuIsFreeOnceItsProductIsDeletedButNotWhileOthersGiveItUp() {
    Product mug = created("mug");
    Product jug = created("jug");
    assertThat(
            codes(
                apply(
                    new Delete(mug.id(), ExpectedVersion.any()),
                    new Create(Articles.mug("mug")),
                    changeSku(jug.id(), "pitcher"),
                    new Create(Articles.mug("jug")))))
        .containsExactly("Deleted", "Created", "Edited", "sku-taken");
  }

  @Test
  void anEditedProductCanBeDeletedInTheSameBatch() {
    Product mug = created("mug");
    assertThat(
            codes(
                apply(
                    rename(mug.id(), ExpectedVersion.of(1), "Beaker"),
                    new Delete(mug.id(), ExpectedVersion.of(2)))))
        .containsExactly("Edited", "Deleted");
    assertThat(products.find(mug.id())).isEmpty();
  }

  @Test
  void anEditThatChangesNothingLeavesTheVersion() {
    Product mug = created("mug");
    assertThat(apply(rename(mug.id(), ExpectedVersion.of(1), "Mug")))
        .containsExactly(new Edited(mug));
    assertThat(products.find(mug.id())).contains(mug);
  }

  @Test
  void needsThePermissionAndABoundedNumber() {
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> batch.apply(new ApplyProductBatch.Command(Actors.with(), List.of())));
    Operation operation = new Create(Articles.mug("mug"));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                batch.apply(
                    new ApplyProductBatch.Command(
                        clerk,
                        Collections.nCopies(ApplyProductBatch.MAX_OPERATIONS + 1, operation))));
  }

  private List<Outcome> apply(Operation... operations) {
    return batch.apply(new ApplyProductBatch.Command(clerk, List.of(operations)));
  }

  private Product created(String sku) {
    return switch (apply(new Create(Articles.mug(sku))).getFirst()) {
      case Created(var product) -> product;
      case Outcome other -> throw new AssertionError(other);
    };
  }

  private static List<String> codes(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(
            outcome ->
                switch (outcome) {
                  case Created _ -> "Created";
                  case Edited _ -> "Edited";
                  case Deleted() -> "Deleted";
                  case Refused(var reason) -> reason.code();
                })
        .toList();
  }

  private static Operation rename(ProductId id, ExpectedVersion expected, String name) {
    return new Edit(
        id,
        expected,
        new ProductChanges(
            Optional.empty(),
            Optional.of(name),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Operation changeSku(ProductId id, String sku) {
    return new Edit(
        id,
        ExpectedVersion.any(),
        new ProductChanges(
            Optional.of(new Sku(sku)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
