package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class GetPaymentService implements GetPayment {
  private final UnitOfWork unitOfWork;
  private final Payments payments;

  GetPaymentService(UnitOfWork unitOfWork, Payments payments) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
  }

  @Override
  public Payment get(Query query) {
    query.actor().requirePrincipal(Permission.ORDERS_READ);
    return unitOfWork
        .inTransaction(() -> payments.find(query.paymentId()))
        .filter(payment -> payment.orderId().equals(query.orderId()))
        .filter(
            payment ->
                query.actor().is(payment.payerId()) || query.actor().may(Permission.ORDERS_READ))
        .orElseThrow(() -> new NotFound("payment", query.paymentId()));
  }
}
