package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

@UseCase
final class LookUpChargesService implements LookUpCharges {
  private final UnitOfWork unitOfWork;
  private final PaymentGateway gateway;

  LookUpChargesService(UnitOfWork unitOfWork, PaymentGateway gateway) {
    this.unitOfWork = unitOfWork;
    this.gateway = gateway;
  }

  @Override
  public List<Charge> lookUp(Query query) {
    if (unitOfWork.isInTransaction()) {
      throw new IllegalStateException("a transaction would stay open while the gateway is asked");
    }
    return gateway.lookUp(query.paymentIds());
  }
}
