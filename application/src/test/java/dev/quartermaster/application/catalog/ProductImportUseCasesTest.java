package dev.quartermaster.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.domain.catalog.AttributeValue;
import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.catalog.InMemoryProductImports;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProductImportUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts products = new InMemoryProducts(unitOfWork);
  private final InMemoryProductImports imports = new InMemoryProductImports(unitOfWork);
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(NOW);
  private final Actor clerk = Actors.with(Permission.CATALOG_WRITE);
  private final Actor customer = Actors.with();

  private final ReceiveImport receive =
      new ReceiveImportService(unitOfWork, imports, identifiers, clock);
  private final ClaimImport claim = new ClaimImportService(unitOfWork, imports);
  private final CarryOutImport carryOut =
      new CarryOutImportService(
          unitOfWork, imports, products, auditTrail, outbox, identifiers, clock);
  private final DiscardImport discard = new DiscardImportService(unitOfWork, imports);
  private final ForgetAbandonedImports forget =
      new ForgetAbandonedImportsService(unitOfWork, imports, clock);
  private final ExportProducts export = new ExportProductsService(unitOfWork, products);

  @Test
  void addsWhatIsMissingAndChangesWhatDiffers() {
    carryOut(Articles.mug("a"), Articles.mug("b"));
    Product untouched = exported().get(0);
    Product before = exported().get(1);
    clock.advance(Duration.ofMinutes(1));

    CarryOutImport.Result result =
        carryOut(Articles.mug("a"), Articles.named(Articles.mug("b"), "Beaker"), Articles.mug("c"));

    assertThat(result.lines()).isEqualTo(3);
    assertThat(exported()).hasSize(3).contains(untouched);
    Product edited = exported().get(1);
    assertThat(edited.name()).isEqualTo("Beaker");
    assertThat(edited.version()).isEqualTo(2);
    assertThat(exported().get(2).createdAt()).isEqualTo(clock.instant());
    assertThat(auditTrail.actionsOn(untouched.id())).containsExactly("product.created");
    assertThat(auditTrail.actionsOn(before.id()))
        .containsExactly("product.created", "product.edited");
    assertThat(auditTrail.entries())
        .filteredOn(entry -> entry.action().equals("product.edited"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo(clerk);
              assertThat(entry.changes())
                  .containsExactly(new Change("name", Optional.of("Mug"), Optional.of("Beaker")));
            });
  }

  @Test
  void ofSeveralLinesOfOneSkuTheLastOneCounts() {
    carryOut(Articles.named(Articles.mug("a"), "Bowl"), Articles.named(Articles.mug("a"), "Cup"));
    assertThat(exported())
        .singleElement()
        .satisfies(
            product -> {
              assertThat(product.name()).isEqualTo("Cup");
              assertThat(product.version()).isEqualTo(1);
            });
  }

  @Test
  void leavesBrokenLinesOutAndTellsOfThem() {
    ImportLine sound = new ImportLine.Accepted(1, Articles.mug("a"));
    ImportLine broken =
        ImportLine.of(
            2, () -> Articles.named(Articles.mug("b"), "x".repeat(Product.MAX_NAME_LENGTH + 1)));
    ImportLine unreadable =
        ImportLine.of(
            3,
            () -> {
              throw InvalidInput.of("line", "must be a JSON object");
            });
    ImportId id = receive(Stream.of(sound, broken, unreadable).iterator());
    assertThat(claim(id)).isEqualTo(3);

    CarryOutImport.Result result = next(id);

    assertThat(result.lines()).isEqualTo(3);
    assertThat(result.rejected())
        .extracting(ImportLine.Rejected::number, line -> line.errors().getFirst().field())
        .containsExactly(tuple(2L, "name"), tuple(3L, "line"));
    assertThat(exported()).hasSize(1);
    assertThat(next(id).lines()).isZero();
  }

  @Test
  void storesALongFileInParts() {
    int lines = 2 * ProductImports.MAX_PART + 1;
    ImportId id =
        receive(
            IntStream.rangeClosed(1, lines)
                .<ImportLine>mapToObj(
                    line -> new ImportLine.Accepted(line, Articles.mug("line-" + line)))
                .iterator());
    assertThat(claim(id)).isEqualTo(lines);
    assertThat(List.of(next(id).lines(), next(id).lines(), next(id).lines(), next(id).lines()))
        .containsExactly((long) ProductImports.MAX_PART, (long) ProductImports.MAX_PART, 1L, 0L);
    assertThat(exported()).hasSize(lines);
  }

  @Test
  void aFileThatBreaksOffLeavesNothing() {
    Iterator<ImportLine> breaking =
        IntStream.rangeClosed(1, 2 * ProductImports.MAX_PART)
            .<ImportLine>mapToObj(
                line -> {
                  if (line > ProductImports.MAX_PART + 1) {
                    throw new BrokenOff();
                  }
                  return new ImportLine.Accepted(line, Articles.mug("line-" + line));
                })
            .iterator();
    assertThatExceptionOfType(BrokenOff.class).isThrownBy(() -> receive(breaking));
    clock.advance(Duration.ofDays(2));
    assertThat(forget.forget(new ForgetAbandonedImports.Command(10)).forgotten()).isZero();
  }

  @Test
  void refusesAFileWithoutLines() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> receive(List.<ImportLine>of().iterator()));
  }

  @Test
  void isClaimedOnceAndForgottenWhenItIsNot() {
    ImportId id = receive(lines(Articles.mug("a")));
    assertThat(claim(id)).isEqualTo(1);
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> claim(id));
    ImportId abandoned = receive(lines(Articles.mug("b")));
    assertThat(forget.forget(new ForgetAbandonedImports.Command(10)).forgotten()).isZero();
    clock.advance(Duration.ofDays(1).plusSeconds(1));
    assertThat(forget.forget(new ForgetAbandonedImports.Command(10)).forgotten()).isEqualTo(1);
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> claim(abandoned));
    assertThat(next(id).lines()).isEqualTo(1);
  }

  @Test
  void discardLeavesNothingToCarryOut() {
    ImportId id = receive(lines(Articles.mug("a")));
    discard.discard(new DiscardImport.Command(clerk, id));
    assertThat(next(id).lines()).isZero();
    assertThat(exported()).isEmpty();
  }

  @Test
  void exportsTheNamesOfAttributesBeforeTheProductsBySku() {
    Product.Details red =
        new Product.Details(
            Articles.mug("b").sku(),
            "Mug",
            "",
            Optional.empty(),
            Articles.mug("b").price(),
            Map.of("size", new AttributeValue.Text("L"), "colour", new AttributeValue.Text("red")),
            Articles.mug("b").status());
    carryOut(red, Articles.mug("a"));
    List<String> told = new ArrayList<>();
    export.export(
        new ExportProducts.Query(
            clerk,
            Optional.of(header -> told.addAll(header.attributeNames())),
            product -> told.add(product.sku().value())));
    assertThat(told).containsExactly("colour", "size", "a", "b");
  }

  @Test
  void allOfItNeedsThePermission() {
    ImportId id = receive(lines(Articles.mug("a")));
    assertForbidden(
        () -> receive.receive(new ReceiveImport.Command(customer, lines(Articles.mug("b")))));
    assertForbidden(() -> claim.claim(new ClaimImport.Command(customer, id)));
    assertForbidden(() -> carryOut.carryOutNext(new CarryOutImport.Command(customer, id)));
    assertForbidden(() -> discard.discard(new DiscardImport.Command(customer, id)));
    assertForbidden(
        () -> export.export(new ExportProducts.Query(customer, Optional.empty(), _ -> {})));
    assertThat(next(id).lines()).isEqualTo(1);
  }

  private static void assertForbidden(Runnable request) {
    assertThatExceptionOfType(Forbidden.class).isThrownBy(request::run);
  }

  private CarryOutImport.Result carryOut(Product.Details... details) {
    return next(receive(lines(details)));
  }

  private ImportId receive(Iterator<ImportLine> lines) {
    return receive.receive(new ReceiveImport.Command(clerk, lines));
  }

  private static Iterator<ImportLine> lines(Product.Details... details) {
    return Stream.of(details).<ImportLine>map(each -> new ImportLine.Accepted(1, each)).iterator();
  }

  private long claim(ImportId id) {
    return claim.claim(new ClaimImport.Command(clerk, id));
  }

  private CarryOutImport.Result next(ImportId id) {
    return carryOut.carryOutNext(new CarryOutImport.Command(clerk, id));
  }

  private List<Product> exported() {
    List<Product> all = new ArrayList<>();
    export.export(new ExportProducts.Query(clerk, Optional.empty(), all::add));
    return all;
  }

  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
