package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.Optional;

@UseCase
final class LookUpChargeService implements LookUpCharge {
  private final UnitOfWork unitOfWork;
  private final PaymentGateway gateway;

  LookUpChargeService(UnitOfWork unitOfWork, PaymentGateway gateway) {
    this.unitOfWork = unitOfWork;
    this.gateway = gateway;
  }

  @Override
  public Optional<Charge> lookUp(Query query) {
    if (unitOfWork.isInTransaction()) {
      throw new IllegalStateException("a transaction would stay open while the gateway is asked");
    }
    return gateway.lookUp(query.paymentId());
  }
}
