package dev.quartermaster.testkit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.inventory.StockMovement.Kind;
import dev.quartermaster.domain.inventory.StockMovementField;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.ListContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a {@link StockLedger} promises. */
public abstract class StockLedgerContract extends ListContract<StockMovement, StockMovementField> {
  /** More products than the store holds. */
  private static final int ALL = 1_000_000;

  private final ProductId product = product();

  /** The port under test. */
  protected abstract StockLedger ledger();

  @Test
  void aProductThatNeverMovedHasNoStock() {
    assertThat(level(product)).isEqualTo(StockLevel.none(product));
    assertThat(inTransaction(() -> ledger().lockLevels(List.of(product))))
        .isEqualTo(Map.of(product, StockLevel.none(product)));
    assertThat(movements(product)).isEmpty();
  }

  @Test
  void keepsWhatWasAppended() {
    StockMovement adjustment =
        new StockMovement(
            IDENTIFIERS.next(),
            product,
            Kind.ADJUSTMENT,
            StockLevel.MAX_ON_HAND,
            0,
            "Lieferung „März“ 📦",
            Optional.empty(),
            "user:" + unique(),
            NOW);
    StockMovement reservation = reservation(product, 3, IDENTIFIERS.next());
    append(adjustment);
    append(reservation);
    assertThat(movements(product)).containsExactlyInAnyOrder(adjustment, reservation);
    assertThat(level(product)).isEqualTo(new StockLevel(product, StockLevel.MAX_ON_HAND, 3));
  }

  @Test
  void levelsAreTheSumsOfTheMovements() {
    ProductId other = product();
    append(adjustment(product, 10), adjustment(other, 5), adjustment(product, 7));
    append(reservation(product, 4, IDENTIFIERS.next()), adjustment(product, -2));
    append(release(product, 1, IDENTIFIERS.next()));

    assertThat(level(product)).isEqualTo(new StockLevel(product, 15, 3));
    assertThat(level(other)).isEqualTo(new StockLevel(other, 5, 0));
    assertLedgerAgrees(product);
    assertLedgerAgrees(other);
  }

  @Test
  void manyLevelsAreReadAtOnceEachOnce() {
    ProductId other = product();
    ProductId unmoved = product();
    append(
        adjustment(product, 10), adjustment(other, 5), reservation(other, 2, IDENTIFIERS.next()));

    assertThat(inTransaction(() -> ledger().levels(List.of(product, unmoved, other, product))))
        .containsExactlyInAnyOrder(
            new StockLevel(product, 10, 0), new StockLevel(other, 5, 2), StockLevel.none(unmoved));
    assertThat(inTransaction(() -> ledger().levels(List.of()))).isEmpty();
  }

  @Test
  void tellsWhoHoldsStock() {
    UUID holder = IDENTIFIERS.next();
    UUID released = IDENTIFIERS.next();
    UUID stranger = IDENTIFIERS.next();
    append(adjustment(product, 10));
    append(reservation(product, 2, holder), reservation(product, 3, released));
    append(release(product, 3, released));
    assertThat(inTransaction(() -> ledger().holders(List.of(holder, released, stranger))))
        .containsExactly(holder);
    assertThat(inTransaction(() -> ledger().holders(List.of()))).isEmpty();
  }

  @Test
  void findsWhatDisagreesWithPromises() {
    ProductId agreeing = product();
    append(adjustment(product, 10), adjustment(agreeing, 10));
    append(
        reservation(product, 4, IDENTIFIERS.next()), reservation(agreeing, 2, IDENTIFIERS.next()));
    ProductId unmoved = product();
    Map<ProductId, Long> promised = Map.of(product, 3L, agreeing, 2L, unmoved, 1L);
    assertThat(disagreeing(promised, ALL))
        .filteredOn(found -> promised.containsKey(found.productId()))
        .containsExactly(
            new StockComparison(unmoved, 0, 0, 0, 0, 1),
            new StockComparison(product, 10, 4, 10, 4, 3));
    assertThat(disagreeing(promised, 1)).hasSize(1);
    assertThat(disagreeing(Map.of(), ALL)).contains(new StockComparison(agreeing, 10, 2, 10, 2, 0));
  }

  @Test
  void appendingNothingChangesNothing() {
    append();
    append(adjustment(product, 1));
    append();
    assertThat(level(product)).isEqualTo(new StockLevel(product, 1, 0));
  }

  @Test
  void locksALevelForEachProductAskedFor() {
    ProductId stocked = product();
    append(adjustment(stocked, 8));
    assertThat(
            inTransaction(() -> ledger().lockLevels(List.of(product, stocked, product, stocked))))
        .isEqualTo(
            Map.of(product, StockLevel.none(product), stocked, new StockLevel(stocked, 8, 0)));
    assertThat(inTransaction(() -> ledger().lockLevels(List.of()))).isEmpty();
  }

  @Test
  void takesManyLinesAtOnce() {
    List<ProductId> products = Stream.generate(StockLedgerContract::product).limit(1_000).toList();
    UUID order = IDENTIFIERS.next();
    inTransaction(
        () -> {
          ledger().lockLevels(products);
          ledger().append(products.stream().map(each -> adjustment(each, 5)).toList());
          ledger().append(products.stream().map(each -> reservation(each, 2, order)).toList());
        });
    assertThat(inTransaction(() -> ledger().lockLevels(products)).values())
        .hasSize(1_000)
        .allSatisfy(level -> assertThat(level).isEqualTo(new StockLevel(level.productId(), 5, 2)));
    assertThat(inTransaction(() -> ledger().movementsFor(List.of(order)))).hasSize(1_000);
  }

  @Test
  void refusesLevelsThatWouldBreakAPromise() {
    append(adjustment(product, 5));
    append(reservation(product, 3, IDENTIFIERS.next()));
    List<StockMovement> before = movements(product);
    for (StockMovement breaking :
        List.of(
            adjustment(product, -3),
            adjustment(product, -6),
            reservation(product, 3, IDENTIFIERS.next()),
            release(product, 4, IDENTIFIERS.next()))) {
      assertThatThrownBy(() -> append(adjustment(product(), 1), breaking))
          .as("%s", breaking)
          .isInstanceOf(RuntimeException.class);
    }
    assertThat(level(product)).isEqualTo(new StockLevel(product, 5, 3));
    assertThat(movements(product)).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    append(adjustment(product, 5));
    UUID order = IDENTIFIERS.next();
    rollBack(
        () -> {
          ledger().lockLevels(List.of(product));
          ledger().append(List.of(reservation(product, 2, order)));
          assertThat(ledger().level(product)).isEqualTo(new StockLevel(product, 5, 2));
          assertThat(inAnotherTransaction(() -> ledger().level(product)))
              .isEqualTo(new StockLevel(product, 5, 0));
        });
    assertThat(level(product)).isEqualTo(new StockLevel(product, 5, 0));
    assertThat(inTransaction(() -> ledger().movementsFor(List.of(order)))).isEmpty();
    assertLedgerAgrees(product);
  }

  @Test
  void aLockedLevelIsReadAsItsHolderLeavesIt() {
    for (int round = 0; round < 10; round++) {
      ProductId fresh = product();
      Map<ProductId, StockLevel> seen =
          readWhileChanged(
              () -> ledger().lockLevels(List.of(fresh)),
              () -> ledger().append(List.of(adjustment(fresh, 9))));
      assertThat(seen).isEqualTo(Map.of(fresh, new StockLevel(fresh, 9, 0)));
    }
  }

  @Test
  void aRaceForOneProductNeverOversells() {
    append(adjustment(product, 50));
    raceInTransactions(
        10,
        () -> {
          StockLevel level = ledger().lockLevels(List.of(product)).values().iterator().next();
          if (level.available() > 0) {
            ledger().append(List.of(reservation(product, 1, IDENTIFIERS.next())));
          }
        });
    assertThat(level(product)).isEqualTo(new StockLevel(product, 50, 50));
    assertThat(inTransaction(() -> all(product)))
        .filteredOn(movement -> movement.kind() == Kind.RESERVATION)
        .hasSize(50);
    assertLedgerAgrees(product);
  }

  @Test
  void appendsWithoutALockSumUpAsWell() {
    raceInTransactions(5, () -> ledger().append(List.of(adjustment(product, 1))));
    assertThat(level(product)).isEqualTo(new StockLevel(product, THREADS * 5L, 0));
    assertLedgerAgrees(product);
  }

  @Test
  void callersThatWantTheSameProductsInAnyOrderTakeTurns() {
    List<ProductId> products = Stream.generate(StockLedgerContract::product).limit(5).toList();
    raceInTransactions(
        10,
        () -> {
          List<ProductId> shuffled = new ArrayList<>(products);
          Collections.shuffle(shuffled);
          ledger().lockLevels(shuffled);
          ledger().append(shuffled.stream().map(each -> adjustment(each, 1)).toList());
        });
    assertThat(inTransaction(() -> ledger().lockLevels(products)).values())
        .extracting(StockLevel::onHand)
        .containsOnly(THREADS * 10L);
  }

  @Test
  void findsTheMovementsForReferences() {
    UUID first = IDENTIFIERS.next();
    UUID second = IDENTIFIERS.next();
    ProductId other = product();
    StockMovement reserved = reservation(product, 2, first);
    StockMovement alsoReserved = reservation(other, 3, first);
    StockMovement released = release(product, 2, first);
    StockMovement forSecond = reservation(product, 1, second);
    append(adjustment(product, 10), adjustment(other, 10));
    append(reserved, alsoReserved, forSecond, reservation(product, 1, IDENTIFIERS.next()));
    append(released);

    assertThat(inTransaction(() -> ledger().movementsFor(List.of(first))))
        .containsExactlyInAnyOrder(reserved, alsoReserved, released);
    assertThat(inTransaction(() -> ledger().movementsFor(List.of(first, second, first))))
        .containsExactlyInAnyOrder(reserved, alsoReserved, released, forSecond);
    assertThat(inTransaction(() -> ledger().movementsFor(List.of(IDENTIFIERS.next())))).isEmpty();
    assertThat(inTransaction(() -> ledger().movementsFor(List.of()))).isEmpty();
  }

  @Test
  void listsTheMovementsOfOneProductOnly() {
    StockMovement own = adjustment(product, 1);
    append(own, adjustment(product(), 1));
    assertThat(movements(product)).containsExactly(own);
  }

  @Override
  protected List<StockMovementField> fields() {
    return List.of(StockMovementField.values());
  }

  @Override
  protected Comparator<StockMovement> by(StockMovementField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(StockMovement::createdAt);
    };
  }

  @Override
  protected Comparator<StockMovement> naturalOrder() {
    return by(StockMovementField.CREATED_AT).reversed();
  }

  @Override
  protected UUID idOf(StockMovement item) {
    return item.id();
  }

  @Override
  protected StockMovement addListed(int number) {
    StockMovement movement =
        new StockMovement(
            IDENTIFIERS.next(),
            product,
            Kind.ADJUSTMENT,
            1,
            0,
            "counted",
            Optional.empty(),
            "user:1",
            NOW.plusSeconds(number * 3 % 5));
    append(movement);
    return movement;
  }

  @Override
  protected Slice<StockMovement> list(PageRequest<StockMovementField> page) {
    return ledger().movements(product, page);
  }

  private static ProductId product() {
    return new ProductId(IDENTIFIERS.next());
  }

  private static StockMovement adjustment(ProductId product, long onHand) {
    return movement(product, Kind.ADJUSTMENT, onHand, 0, Optional.empty());
  }

  private static StockMovement reservation(ProductId product, long quantity, UUID reference) {
    return movement(product, Kind.RESERVATION, 0, quantity, Optional.of(reference));
  }

  private static StockMovement release(ProductId product, long quantity, UUID reference) {
    return movement(product, Kind.RELEASE, 0, -quantity, Optional.of(reference));
  }

  private static StockMovement movement(
      ProductId product, Kind kind, long onHand, long reserved, Optional<UUID> reference) {
    return new StockMovement(
        IDENTIFIERS.next(),
        product,
        kind,
        onHand,
        reserved,
        "tested",
        reference,
        "system:test",
        NOW);
  }

  private void append(StockMovement... movements) {
    inTransaction(() -> ledger().append(List.of(movements)));
  }

  private List<StockComparison> disagreeing(Map<ProductId, Long> promised, int limit) {
    return inTransaction(() -> ledger().disagreeing(promised, limit));
  }

  private StockLevel level(ProductId id) {
    return inTransaction(() -> ledger().level(id));
  }

  private List<StockMovement> movements(ProductId id) {
    return inTransaction(
        () ->
            ledger()
                .movements(id, new PageRequest<>(new PageRequest.Page(1), 100, List.of()))
                .items());
  }

  private List<StockMovement> all(ProductId id) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(
            page ->
                ledger()
                    .movements(id, new PageRequest<>(new PageRequest.Page(page), 100, List.of())))
        .flatMap(part -> part.items().stream())
        .toList();
  }

  private void assertLedgerAgrees(ProductId id) {
    List<StockMovement> movements = inTransaction(() -> all(id));
    assertThat(level(id))
        .isEqualTo(
            new StockLevel(
                id,
                movements.stream().mapToLong(StockMovement::onHandDelta).sum(),
                movements.stream().mapToLong(StockMovement::reservedDelta).sum()));
  }
}
