package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@UseCase
final class ReceiveGoodsService implements ReceiveGoods {
  private final UnitOfWork unitOfWork;
  private final StockLedger ledger;
  private final AuditTrail auditTrail;
  private final Identifiers identifiers;
  private final InstantSource clock;

  ReceiveGoodsService(
      UnitOfWork unitOfWork,
      StockLedger ledger,
      AuditTrail auditTrail,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
    this.auditTrail = auditTrail;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public void receive(Command command) {
    command.actor().require(Permission.INVENTORY_WRITE);
    check(command.lines());
    Instant now = clock.instant();
    List<StockMovement> movements =
        command.lines().stream().map(line -> receipt(line, command, now)).toList();
    unitOfWork.inTransaction(
        () -> {
          Map<ProductId, StockLevel> before =
              ledger.lockLevels(command.lines().stream().map(Line::productId).toList());
          ledger.append(movements);
          auditTrail.append(entries(command.actor(), before, after(before, movements), now));
        });
  }

  private static Map<ProductId, StockLevel> after(
      Map<ProductId, StockLevel> before, List<StockMovement> movements) {
    Map<ProductId, StockLevel> levels = new LinkedHashMap<>(before);
    for (StockMovement movement : movements) {
      levels.computeIfPresent(movement.productId(), (_, level) -> level.after(movement));
    }
    return levels;
  }

  /** One for each product, so that whoever asks for a product's finds it. */
  private static List<AuditEntry> entries(
      Actor actor,
      Map<ProductId, StockLevel> before,
      Map<ProductId, StockLevel> after,
      Instant now) {
    return after.values().stream()
        .map(
            level ->
                AuditEntry.of(actor, "stock.received", "product", level.productId(), now)
                    .changing(
                        Change.between(
                            before.getOrDefault(level.productId(), level).auditable(),
                            level.auditable())))
        .toList();
  }

  private static void check(List<Line> lines) {
    List<FieldError> errors = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      long quantity = lines.get(index).quantity();
      if (quantity < 1 || quantity > StockLevel.MAX_ON_HAND) {
        errors.add(
            new FieldError(
                "lines[" + index + "].quantity", "must be 1 to " + StockLevel.MAX_ON_HAND));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private StockMovement receipt(Line line, Command command, Instant now) {
    return new StockMovement(
        identifiers.next(),
        line.productId(),
        StockMovement.Kind.ADJUSTMENT,
        line.quantity(),
        0,
        command.reason(),
        Optional.empty(),
        command.actor().reference(),
        now);
  }
}
