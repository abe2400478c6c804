package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class FindPaymentsService implements FindPayments {
  private final UnitOfWork unitOfWork;
  private final Payments payments;

  FindPaymentsService(UnitOfWork unitOfWork, Payments payments) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
  }

  @Override
  public List<Payment> find(Query query) {
    return unitOfWork.inTransaction(() -> payments.ofOrders(query.orderIds()));
  }
}
