package dev.quartermaster.testkit.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.inventory.StockMovementField;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stock ledger in memory. */
public final class InMemoryStockLedger implements StockLedger {
  private final InMemoryTable<UUID, StockMovement> movements;
  private final InMemoryTable<ProductId, StockLevel> levels;
  private final InMemoryList<StockMovement, StockMovementField> list =
      new InMemoryList<>(InMemoryStockLedger::by, StockMovementField.CREATED_AT, StockMovement::id);

  /** A ledger without entries. */
  public InMemoryStockLedger(InMemoryUnitOfWork unitOfWork) {
    this.movements = new InMemoryTable<>(unitOfWork);
    this.levels = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public StockLevel level(ProductId productId) {
    return levels.find(productId).orElseGet(() -> StockLevel.none(productId));
  }

  @Override
  public List<StockLevel> levels(Collection<ProductId> productIds) {
    return productIds.stream().distinct().map(this::level).toList();
  }

  @Override
  public Map<ProductId, StockLevel> lockLevels(Collection<ProductId> productIds) {
    Map<ProductId, StockLevel> locked = new LinkedHashMap<>();
    for (ProductId productId : new TreeSet<>(productIds)) {
      levels.lock(productId);
      locked.put(productId, level(productId));
    }
    return locked;
  }

  @Override
  public void append(List<StockMovement> appended) {
    Map<ProductId, List<StockMovement>> byProduct =
        appended.stream().collect(Collectors.groupingBy(StockMovement::productId));
    lockLevels(byProduct.keySet())
        .forEach(
            (productId, level) ->
                levels.put(productId, sum(level, byProduct.getOrDefault(productId, List.of()))));
    appended.forEach(movement -> movements.put(movement.id(), movement));
  }

  @Override
  public Slice<StockMovement> movements(ProductId productId, PageRequest<StockMovementField> page) {
    return list.slice(
        movements.rows().stream()
            .filter(movement -> movement.productId().equals(productId))
            .toList(),
        page);
  }

  @Override
  public List<StockMovement> movementsFor(Collection<UUID> references) {
    return movements.rows().stream()
        .filter(movement -> movement.reference().filter(references::contains).isPresent())
        .toList();
  }

  @Override
  public Set<UUID> holders(Collection<UUID> references) {
    return references.stream()
        .filter(
            reference ->
                movementsFor(Set.of(reference)).stream()
                    .collect(
                        Collectors.groupingBy(
                            StockMovement::productId,
                            Collectors.summingLong(StockMovement::reservedDelta)))
                    .values()
                    .stream()
                    .anyMatch(reserved -> reserved != 0))
        .collect(Collectors.toSet());
  }

  @Override
  public List<StockComparison> disagreeing(Map<ProductId, Long> promised, int limit) {
    return Stream.concat(
            movements.rows().stream().map(StockMovement::productId), promised.keySet().stream())
        .distinct()
        .sorted(Comparator.comparing(ProductId::toString).reversed())
        .map(productId -> comparison(productId, promised.getOrDefault(productId, 0L)))
        .filter(product -> !product.agreesWithLedger() || !product.agreesWithPromises())
        .limit(limit)
        .toList();
  }

  private StockComparison comparison(ProductId productId, long promised) {
    List<StockMovement> moved =
        movements.rows().stream()
            .filter(movement -> movement.productId().equals(productId))
            .toList();
    StockLevel level = level(productId);
    return new StockComparison(
        productId,
        level.onHand(),
        level.reserved(),
        moved.stream().mapToLong(StockMovement::onHandDelta).sum(),
        moved.stream().mapToLong(StockMovement::reservedDelta).sum(),
        promised);
  }

  /** The order of movements within one append does not matter, their sum does. */
  private static StockLevel sum(StockLevel level, List<StockMovement> appended) {
    return new StockLevel(
        level.productId(),
        level.onHand() + appended.stream().mapToLong(StockMovement::onHandDelta).sum(),
        level.reserved() + appended.stream().mapToLong(StockMovement::reservedDelta).sum());
  }

  private static Comparator<StockMovement> by(StockMovementField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(StockMovement::createdAt);
    };
  }
}
