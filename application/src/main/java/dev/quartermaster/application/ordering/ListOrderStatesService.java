package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.OrderState;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class ListOrderStatesService implements ListOrderStates {
  private final UnitOfWork unitOfWork;
  private final Orders orders;

  ListOrderStatesService(UnitOfWork unitOfWork, Orders orders) {
    this.unitOfWork = unitOfWork;
    this.orders = orders;
  }

  @Override
  public List<OrderState> list(Query query) {
    return unitOfWork.inTransaction(() -> orders.states(query.after(), query.limit()));
  }
}
