package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.InsufficientStock;
import dev.quartermaster.domain.inventory.Shortage;
import dev.quartermaster.domain.inventory.StockLedger;
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
import java.util.Set;
import java.util.UUID;
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
  public Map<UUID, InsufficientStock> reserve(List<Command> commands) {
    return unitOfWork.inTransaction(
        () -> {
          Map<ProductId, Long> left = lockedAvailable(commands);
          Instant now = clock.instant();
          Map<UUID, InsufficientStock> refused = new HashMap<>();
          List<StockMovement> reservations = new ArrayList<>();
          for (Command command : commands) {
            List<Shortage> shortages = shortages(command.lines(), left);
            if (shortages.isEmpty()) {
              wanted(command)
                  .forEach(
                      (productId, quantity) -> {
                        left.merge(productId, -quantity, Long::sum);
                        reservations.add(reservation(command, productId, quantity, now));
                      });
            } else {
              refused.put(command.reference(), new InsufficientStock(shortages));
            }
          }
          if (!reservations.isEmpty()) {
            ledger.append(reservations);
          }
          return refused;
        });
  }

  private Map<ProductId, Long> lockedAvailable(List<Command> commands) {
    Set<ProductId> products =
        commands.stream()
            .flatMap(command -> command.lines().stream())
            .map(Line::productId)
            .collect(Collectors.toSet());
    Map<ProductId, Long> available = new HashMap<>();
    ledger
        .lockLevels(products)
        .forEach((productId, level) -> available.put(productId, level.available()));
    return available;
  }

  private static Map<ProductId, Long> wanted(Command command) {
    return command.lines().stream()
        .collect(Collectors.groupingBy(Line::productId, Collectors.summingLong(Line::quantity)));
  }

  /** Lines are served in their order, so of two for one product the later one is short. */
  private static List<Shortage> shortages(List<Line> lines, Map<ProductId, Long> available) {
    Map<ProductId, Long> left = new HashMap<>();
    List<Shortage> shortages = new ArrayList<>();
    for (Line line : lines) {
      long remaining =
          left.getOrDefault(line.productId(), available.getOrDefault(line.productId(), 0L));
      if (line.quantity() > remaining) {
        shortages.add(new Shortage(line.field(), line.productId(), line.quantity(), remaining));
      } else {
        left.put(line.productId(), remaining - line.quantity());
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
