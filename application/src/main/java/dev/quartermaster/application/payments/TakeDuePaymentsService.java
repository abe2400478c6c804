package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

@UseCase
final class TakeDuePaymentsService implements TakeDuePayments {
  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final InstantSource clock;

  TakeDuePaymentsService(UnitOfWork unitOfWork, Payments payments, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.clock = clock;
  }

  @Override
  public Result take(Command command) {
    return unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          List<Payment> due = payments.lockDue(now, command.limit());
          due.forEach(payment -> payments.update(payment.takenUp(now)));
          return new Result(due.stream().map(Payment::id).toList());
        });
  }
}
