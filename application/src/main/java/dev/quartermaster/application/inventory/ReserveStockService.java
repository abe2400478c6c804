package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.InsufficientStock;
import dev.quartermaster.domain.inventory.Shortage;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@UseCase
final class ReserveStockService implements ReserveStock {
  private final UnitOfWork unitOfWork;
  private final StockLedger ledger;
  private final Identifiers identifiers;
  private final InstantSource clock;

  ReserveStockService(
      UnitOfWork unitOfWork, StockLedger ledger, Identifiers identifiers, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public void reserve(Command command) {
    Map<ProductId, Long> wanted =
        command.lines().stream()
            .collect(
                Collectors.groupingBy(Line::productId, Collectors.summingLong(Line::quantity)));
    unitOfWork.inTransaction(
        () -> {
          Map<ProductId, StockLevel> levels = ledger.lockLevels(wanted.keySet());
          List<Shortage> shortages = shortages(command.lines(), levels);
          if (!shortages.isEmpty()) {
            throw new InsufficientStock(shortages);
          }
          Instant now = clock.instant();
          ledger.append(
              wanted.entrySet().stream()
                  .map(entry -> reservation(command, entry.getKey(), entry.getValue(), now))
                  .toList());
        });
  }

  /** Lines are served in their order, so of two for one product the later one is short. */
  private static List<Shortage> shortages(List<Line> lines, Map<ProductId, StockLevel> levels) {
    Map<ProductId, Long> left = new HashMap<>();
    levels.forEach((productId, level) -> left.put(productId, level.available()));
    List<Shortage> shortages = new ArrayList<>();
    for (Line line : lines) {
      long available = left.getOrDefault(line.productId(), 0L);
      if (line.quantity() > available) {
        shortages.add(new Shortage(line.field(), line.productId(), line.quantity(), available));
      } else {
        left.put(line.productId(), available - line.quantity());
      }
    }
    return shortages;
  }

  private StockMovement reservation(
      Command command, ProductId productId, long quantity, Instant now) {
    return new StockMovement(
        identifiers.next(),
        productId,
        StockMovement.Kind.RESERVATION,
        0,
        quantity,
        "order placed",
        Optional.of(command.reference()),
        command.actor(),
        now);
  }
}
