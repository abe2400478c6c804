package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class TakeDueDeliveriesService implements TakeDueDeliveries {
  private final UnitOfWork unitOfWork;
  private final Deliveries deliveries;
  private final InstantSource clock;

  TakeDueDeliveriesService(UnitOfWork unitOfWork, Deliveries deliveries, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public Result take(Command command) {
    List<Delivery> taken =
        unitOfWork.inTransaction(() -> deliveries.take(clock.instant(), command.limit()));
    return new Result(taken.stream().map(Delivery::id).toList());
  }
}
