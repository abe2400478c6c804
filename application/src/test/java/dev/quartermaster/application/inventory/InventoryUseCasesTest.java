package dev.quartermaster.application.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.inventory.InsufficientStock;
import dev.quartermaster.domain.inventory.Shortage;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.inventory.StockMovement.Kind;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.catalog.Articles;
import dev.quartermaster.testkit.catalog.InMemoryProducts;
import dev.quartermaster.testkit.inventory.InMemoryStockLedger;
import dev.quartermaster.testkit.inventory.InMemoryStockedProducts;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InventoryUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String ACTOR = "user:1";

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryProducts catalogue = new InMemoryProducts(unitOfWork);
  private final InMemoryStockedProducts stockedProducts = new InMemoryStockedProducts(catalogue);
  private final InMemoryStockLedger ledger = new InMemoryStockLedger(unitOfWork);
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(NOW);
  private final Actor.SignedIn clerk = Actors.with(Permission.INVENTORY_WRITE);
  private final ProductId mug = product("mug");
  private final ProductId bowl = product("bowl");
  private final UUID order = identifiers.next();

  private final AdjustStock adjust =
      new AdjustStockService(unitOfWork, ledger, stockedProducts, auditTrail, identifiers, clock);
  private final ReceiveGoods receive =
      new ReceiveGoodsService(unitOfWork, ledger, auditTrail, identifiers, clock);
  private final ReserveStock reserve =
      new ReserveStockService(unitOfWork, ledger, identifiers, clock);
  private final ReleaseStock release =
      new ReleaseStockService(unitOfWork, ledger, identifiers, clock);
  private final GetStock getStock = new GetStockService(unitOfWork, ledger, stockedProducts);
  private final FindStock findStock = new FindStockService(unitOfWork, ledger);
  private final ListStockMovements list =
      new ListStockMovementsService(unitOfWork, ledger, stockedProducts);

  @Test
  void theStockOfManyProductsIsReadAtOnce() {
    adjusted(mug, 10);

    assertThat(findStock.find(new FindStock.Query(Set.of(mug, bowl))))
        .containsExactlyInAnyOrder(new StockLevel(mug, 10, 0), StockLevel.none(bowl));
  }

  @Test
  void anAdjustmentChangesTheStockOnHand() {
    AdjustStock.Result result = adjusted(mug, 10);
    assertThat(result.level()).isEqualTo(new StockLevel(mug, 10, 0));
    assertThat(result.movement())
        .isEqualTo(
            new StockMovement(
                result.movement().id(),
                mug,
                Kind.ADJUSTMENT,
                10,
                0,
                "counted",
                Optional.empty(),
                clerk.reference(),
                NOW));
    assertThat(adjusted(mug, -4).level()).isEqualTo(new StockLevel(mug, 6, 0));
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 6, 0));
    assertThat(stock(bowl)).isEqualTo(StockLevel.none(bowl));
  }

  @Test
  void anAdjustmentByNothingIsNone() {
    assertInvalid("delta", () -> adjusted(mug, 0));
  }

  @Test
  void noMoreThanIsAvailableCanBeTakenAway() {
    adjusted(mug, 10);
    reserved(line(mug, 7));
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(() -> adjusted(mug, -4))
        .satisfies(
            refusal ->
                assertThat(refusal.shortages()).containsExactly(new Shortage("delta", mug, 4, 3)));
    assertThat(adjusted(mug, -3).level()).isEqualTo(new StockLevel(mug, 7, 7));
    assertThat(movements(mug)).hasSize(3);
  }

  @Test
  void theStockOfADraftIsForThoseWhoMayKnowOfIt() {
    ProductId draft = product(Articles.inStatus(Articles.mug("MUG-2"), ProductStatus.DRAFT));
    for (Actor knowing :
        List.of(Actors.with(Permission.CATALOG_WRITE), Actors.with(Permission.INVENTORY_WRITE))) {
      assertThat(getStock.get(new GetStock.Query(knowing, draft)).onHand()).isZero();
    }
    for (Actor other : List.of(Actors.anonymous(), Actors.with())) {
      assertThatExceptionOfType(NotFound.class)
          .isThrownBy(() -> getStock.get(new GetStock.Query(other, draft)));
    }
  }

  @Test
  void theStockStaysBelowItsLimit() {
    adjusted(mug, StockLevel.MAX_ON_HAND - 1);
    assertInvalid("delta", () -> adjusted(mug, 2));
    assertThat(adjusted(mug, 1).level().onHand()).isEqualTo(StockLevel.MAX_ON_HAND);
  }

  @Test
  void hugeAdjustmentsAreRefusedWhateverTheStock() {
    assertInvalid("delta", () -> adjusted(mug, Long.MAX_VALUE));
    adjusted(mug, 10);
    assertInvalid("delta", () -> adjusted(mug, Long.MAX_VALUE));
    reserved(line(mug, 10));
    assertInvalid("delta", () -> adjusted(mug, Long.MAX_VALUE));
    assertInvalid("delta", () -> adjusted(mug, -Long.MAX_VALUE));
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 10, 10));
  }

  @Test
  void theHugestAdjustmentIsRefusedWithItsTrueSize() {
    adjusted(mug, 10);
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> adjusted(mug, Long.MIN_VALUE))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .isNotEmpty()
                    .extracting(FieldError::message)
                    .noneMatch(message -> message.contains("asks for -")));
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 10, 0));
  }

  @Test
  void writingAndReadingTheLedgerNeedThePermission() {
    assertNeedsPermission(
        actor -> adjust.adjust(new AdjustStock.Command(actor, mug, 1, "counted")));
    assertNeedsPermission(
        actor ->
            receive.receive(
                new ReceiveGoods.Command(
                    actor, List.of(new ReceiveGoods.Line(mug, 1)), "delivery")));
    assertNeedsPermission(actor -> list.list(new ListStockMovements.Query(actor, mug, page())));
    assertThat(stock(mug)).isEqualTo(StockLevel.none(mug));
  }

  @Test
  void aProductThatIsNoneHasNoStock() {
    ProductId unknown = new ProductId(identifiers.next());
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> stock(unknown));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> adjusted(unknown, 1));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> movements(unknown));
  }

  @Test
  void receivesADelivery() {
    receive.receive(
        new ReceiveGoods.Command(
            clerk,
            List.of(
                new ReceiveGoods.Line(mug, 5),
                new ReceiveGoods.Line(bowl, 2),
                new ReceiveGoods.Line(mug, 1)),
            "delivery"));
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 6, 0));
    assertThat(stock(bowl)).isEqualTo(new StockLevel(bowl, 2, 0));
    assertThat(movements(mug))
        .extracting(StockMovement::onHandDelta, StockMovement::reason, StockMovement::actor)
        .containsExactlyInAnyOrder(
            tuple(5L, "delivery", clerk.reference()), tuple(1L, "delivery", clerk.reference()));
  }

  @Test
  void aDeliveryBringsAtLeastOnePieceOfEach() {
    adjusted(mug, 10);
    for (long quantity : new long[] {0, -3}) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(
              () ->
                  receive.receive(
                      new ReceiveGoods.Command(
                          clerk, List.of(new ReceiveGoods.Line(mug, quantity)), "delivery")));
    }
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 10, 0));
  }

  @Test
  void reservesAllLines() {
    adjusted(mug, 10);
    adjusted(bowl, 5);
    reserved(line(mug, 4), line(bowl, 5), line(mug, 6));
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 10, 10));
    assertThat(stock(bowl)).isEqualTo(new StockLevel(bowl, 5, 5));
    assertThat(movements(mug))
        .filteredOn(movement -> movement.kind() == Kind.RESERVATION)
        .allSatisfy(
            movement -> {
              assertThat(movement.reference()).contains(order);
              assertThat(movement.actor()).isEqualTo(ACTOR);
            })
        .extracting(StockMovement::reservedDelta)
        .satisfies(
            deltas -> assertThat(deltas.stream().mapToLong(Long::longValue).sum()).isEqualTo(10));
  }

  @Test
  void reservesNothingWhenALineIsShortAndNamesEachThatIs() {
    adjusted(mug, 10);
    ProductId never = new ProductId(identifiers.next());
    assertThatExceptionOfType(InsufficientStock.class)
        .isThrownBy(
            () ->
                reserved(
                    order,
                    new ReserveStock.Line("items[0].quantity", mug, 8),
                    new ReserveStock.Line("items[1].quantity", never, 1),
                    new ReserveStock.Line("items[2].quantity", mug, 3),
                    new ReserveStock.Line("items[3].quantity", mug, 2)))
        .satisfies(
            refusal ->
                assertThat(refusal.shortages())
                    .containsExactly(
                        new Shortage("items[1].quantity", never, 1, 0),
                        new Shortage("items[2].quantity", mug, 3, 2)));
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 10, 0));
  }

  @Test
  void servesWhoComesFirstAndSkipsWhoIsShort() {
    adjusted(mug, 10);
    List<UUID> references = List.of(identifiers.next(), identifiers.next(), identifiers.next());
    Map<UUID, InsufficientStock> refused =
        reserve.reserve(
            List.of(
                new ReserveStock.Command(references.get(0), List.of(line(mug, 7)), ACTOR),
                new ReserveStock.Command(
                    references.get(1), List.of(line(bowl, 1), line(mug, 4)), ACTOR),
                new ReserveStock.Command(
                    references.get(2), List.of(line(mug, 1), line(mug, 2)), ACTOR)));
    assertThat(refused).containsOnlyKeys(references.get(1));
    assertThat(refused.get(references.get(1)).shortages())
        .containsExactly(new Shortage("quantity", bowl, 1, 0), new Shortage("quantity", mug, 4, 3));
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 10, 10));
    assertThat(movements(mug))
        .extracting(StockMovement::reference)
        .contains(Optional.of(references.get(0)), Optional.of(references.get(2)))
        .doesNotContain(Optional.of(references.get(1)));
  }

  @Test
  void releasesWhatIsHeldOnce() {
    adjusted(mug, 10);
    adjusted(bowl, 5);
    reserved(line(mug, 4), line(bowl, 5));
    UUID other = identifiers.next();
    reserved(other, line(mug, 1));

    released(order);
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 10, 1));
    assertThat(stock(bowl)).isEqualTo(new StockLevel(bowl, 5, 0));
    int entries = movements(mug).size();
    released(order);
    released(identifiers.next());
    assertThat(movements(mug)).hasSize(entries);
    released(order, other);
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 10, 0));
  }

  @Test
  void whatWasReleasedCanBeReservedAgain() {
    adjusted(mug, 1);
    reserved(line(mug, 1));
    released(order);
    reserved(line(mug, 1));
    assertThat(stock(mug).available()).isZero();
    released(order);
    assertThat(stock(mug).available()).isEqualTo(1);
  }

  @Test
  void aRaceForTheLastPiecesNeverOversells() {
    adjusted(mug, 20);
    List<Boolean> sold =
        Concurrently.inThreads(
            40,
            () -> {
              try {
                reserved(identifiers.next(), line(mug, 1));
                return true;
              } catch (InsufficientStock soldOut) {
                return false;
              }
            });
    assertThat(sold).filteredOn(Boolean::booleanValue).hasSize(20);
    assertThat(stock(mug)).isEqualTo(new StockLevel(mug, 20, 20));
  }

  @Test
  void theAuditTrailTellsHowEachAdjustmentChangedTheStock() {
    adjusted(mug, 10);
    adjusted(mug, -4);
    assertThatExceptionOfType(InsufficientStock.class).isThrownBy(() -> adjusted(mug, -7));

    assertThat(auditTrail.entries())
        .containsExactly(
            stockEntry("stock.adjusted", mug, "0", "10"),
            stockEntry("stock.adjusted", mug, "10", "6"));
  }

  @Test
  void theAuditTrailTellsOfEachProductOfADelivery() {
    adjusted(mug, 10);
    receive.receive(
        new ReceiveGoods.Command(
            clerk,
            List.of(
                new ReceiveGoods.Line(mug, 1),
                new ReceiveGoods.Line(bowl, 5),
                new ReceiveGoods.Line(mug, 2)),
            "delivery"));

    assertThat(auditTrail.entries())
        .containsExactlyInAnyOrder(
            stockEntry("stock.adjusted", mug, "0", "10"),
            stockEntry("stock.received", mug, "10", "13"),
            stockEntry("stock.received", bowl, "0", "5"));
  }

  private AuditEntry stockEntry(String action, ProductId product, String before, String after) {
    return AuditEntry.of(clerk, action, "product", product, NOW)
        .changing(List.of(new Change("onHand", Optional.of(before), Optional.of(after))));
  }

  private ProductId product(String sku) {
    return product(Articles.mug(sku));
  }

  private ProductId product(Product.Details details) {
    Product product = Articles.product(identifiers, details, NOW);
    unitOfWork.inTransaction(() -> catalogue.add(product));
    return product.id();
  }

  private AdjustStock.Result adjusted(ProductId product, long delta) {
    return adjust.adjust(new AdjustStock.Command(clerk, product, delta, "counted"));
  }

  private static ReserveStock.Line line(ProductId product, long quantity) {
    return new ReserveStock.Line("quantity", product, quantity);
  }

  private void reserved(ReserveStock.Line... lines) {
    reserved(order, lines);
  }

  private void reserved(UUID reference, ReserveStock.Line... lines) {
    reserve
        .reserve(List.of(new ReserveStock.Command(reference, List.of(lines), ACTOR)))
        .values()
        .forEach(
            refusal -> {
              throw refusal;
            });
  }

  private void released(UUID... references) {
    release.release(
        new ReleaseStock.Command(
            List.of(references), ReleaseStock.End.RELEASED, "cancelled", ACTOR));
  }

  private StockLevel stock(ProductId product) {
    return getStock.get(new GetStock.Query(Actors.anonymous(), product));
  }

  private List<StockMovement> movements(ProductId product) {
    return list.list(new ListStockMovements.Query(clerk, product, page())).items();
  }

  private static <F extends Enum<F>> PageRequest<F> page() {
    return new PageRequest<>(new PageRequest.Page(1), 100, List.of());
  }

  private static void assertInvalid(String field, Runnable attempt) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(attempt::run)
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly(field));
  }

  private static void assertNeedsPermission(Consumer<Actor> attempt) {
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> attempt.accept(Actors.without(Permission.INVENTORY_WRITE)));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> attempt.accept(Actors.anonymous()));
  }
}
