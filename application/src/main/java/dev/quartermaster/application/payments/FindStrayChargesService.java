package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;
import java.util.Set;

@UseCase
final class FindStrayChargesService implements FindStrayCharges {
  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final PaymentGateway gateway;

  FindStrayChargesService(UnitOfWork unitOfWork, Payments payments, PaymentGateway gateway) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.gateway = gateway;
  }

  @Override
  public List<Charge> find(Query query) {
    if (unitOfWork.isInTransaction()) {
      throw new IllegalStateException("a transaction would stay open while the gateway is asked");
    }
    List<Charge> newest = gateway.newest(query.limit());
    List<PaymentId> ids = newest.stream().map(Charge::paymentId).toList();
    Set<PaymentId> known = unitOfWork.inTransaction(() -> payments.known(ids));
    return newest.stream().filter(charge -> !known.contains(charge.paymentId())).toList();
  }
}
