package dev.quartermaster.application.inventory;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.inventory.InsufficientStock;
import dev.quartermaster.domain.inventory.Shortage;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.inventory.StockedProducts;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@UseCase
final class AdjustStockService implements AdjustStock {
  private final UnitOfWork unitOfWork;
  private final StockLedger ledger;
  private final StockedProducts products;
  private final AuditTrail auditTrail;
  private final Identifiers identifiers;
  private final InstantSource clock;

  AdjustStockService(
      UnitOfWork unitOfWork,
      StockLedger ledger,
      StockedProducts products,
      AuditTrail auditTrail,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.ledger = ledger;
    this.products = products;
    this.auditTrail = auditTrail;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Result adjust(Command command) {
    command.actor().require(Permission.INVENTORY_WRITE);
    if (command.delta() == 0
        || command.delta() > StockLevel.MAX_ON_HAND
        || command.delta() < -StockLevel.MAX_ON_HAND) {
      throw InvalidInput.of("delta", "must not be 0, and at most " + StockLevel.MAX_ON_HAND);
    }
    if (!products.exists(command.productId())) {
      throw new NotFound("product", command.productId());
    }
    StockMovement movement = adjustment(command);
    return unitOfWork.inTransaction(
        () -> {
          StockLevel level =
              ledger.lockLevels(List.of(command.productId())).values().iterator().next();
          check(level, command.delta());
          ledger.append(List.of(movement));
          StockLevel adjusted = level.after(movement);
          auditTrail.append(
              AuditEntry.of(
                      command.actor(),
                      "stock.adjusted",
                      "product",
                      command.productId(),
                      movement.createdAt())
                  .changing(Change.between(level.auditable(), adjusted.auditable())));
          return new Result(movement, adjusted);
        });
  }

  private StockMovement adjustment(Command command) {
    return new StockMovement(
        identifiers.next(),
        command.productId(),
        StockMovement.Kind.ADJUSTMENT,
        command.delta(),
        0,
        command.reason(),
        Optional.empty(),
        command.actor().reference(),
        clock.instant());
  }

  private static void check(StockLevel level, long delta) {
    if (!level.allowsChangeOf(delta)) {
      throw new InsufficientStock(
          List.of(new Shortage("delta", level.productId(), -delta, level.available())));
    }
    if (delta > StockLevel.MAX_ON_HAND - level.onHand()) {
      throw InvalidInput.of(
          "delta", "must not lift the stock above " + StockLevel.MAX_ON_HAND + " pieces");
    }
  }
}
