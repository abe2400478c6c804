package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@UseCase
final class ReleaseStockService implements ReleaseStock {
  private final UnitOfWork unitOfWork;
  private final StockLedger ledger;
  private final Identifiers identifiers;
  private final InstantSource clock;

  ReleaseStockService(
      UnitOfWork unitOfWork, StockLedger ledger, Identifiers identifiers, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public void release(Command command) {
    unitOfWork.inTransaction(
        () -> {
          Map<Holding, Long> held =
              ledger.movementsFor(command.references()).stream()
                  .collect(
                      Collectors.groupingBy(
                          movement ->
                              new Holding(movement.reference().orElseThrow(), movement.productId()),
                          Collectors.summingLong(StockMovement::reservedDelta)));
          held.values().removeIf(quantity -> quantity == 0);
          if (held.isEmpty()) {
            return;
          }
          ledger.lockLevels(held.keySet().stream().map(Holding::productId).distinct().toList());
          Instant now = clock.instant();
          ledger.append(
              held.entrySet().stream()
                  .map(entry -> ended(command, entry.getKey(), entry.getValue(), now))
                  .toList());
        });
  }

  private StockMovement ended(Command command, Holding holding, long quantity, Instant now) {
    return new StockMovement(
        identifiers.next(),
        holding.productId(),
        kind(command.end()),
        command.end() == End.SHIPPED ? -quantity : 0,
        -quantity,
        command.reason(),
        Optional.of(holding.reference()),
        command.actor(),
        now);
  }

  private static StockMovement.Kind kind(End end) {
    return switch (end) {
      case RELEASED -> StockMovement.Kind.RELEASE;
      case SHIPPED -> StockMovement.Kind.SHIPMENT;
      case RETURNED -> StockMovement.Kind.RETURN;
    };
  }

  /** What one reference holds of one product. */
  private record Holding(UUID reference, ProductId productId) {}
}
