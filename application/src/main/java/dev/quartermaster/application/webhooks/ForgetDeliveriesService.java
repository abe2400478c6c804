package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class ForgetDeliveriesService implements ForgetDeliveries {
  private final UnitOfWork unitOfWork;
  private final Deliveries deliveries;
  private final InstantSource clock;

  ForgetDeliveriesService(UnitOfWork unitOfWork, Deliveries deliveries, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public Result forget(Command command) {
    Instant limit = clock.instant().minus(Delivery.RETENTION);
    return unitOfWork.inTransaction(
        () -> new Result(deliveries.forgetBefore(limit, command.limit())));
  }
}
