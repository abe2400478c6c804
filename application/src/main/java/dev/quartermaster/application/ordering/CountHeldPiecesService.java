package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.Map;

@UseCase
final class CountHeldPiecesService implements CountHeldPieces {
  private final UnitOfWork unitOfWork;
  private final Orders orders;

  CountHeldPiecesService(UnitOfWork unitOfWork, Orders orders) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
  }

  @Override
  public Map<ProductId, Long> count() {
    return unitOfWork.inTransaction(orders::heldPieces);
  }
}
