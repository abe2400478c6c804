package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/** The gateway behind its {@link Guards}. */
@Singleton
final class GuardedPaymentGateway implements PaymentGateway {
  private final RemoteGateway gateway;
  private final Guards guards = new Guards();

  GuardedPaymentGateway(RemoteGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public boolean accepts(String method) {
    return gateway.accepts(method);
  }

  @Override
  public Charge authorise(PaymentId paymentId, String method, Money amount) {
    return guards.change("authorise", () -> gateway.authorise(paymentId, method, amount));
  }

  @Override
  public Charge capture(PaymentId paymentId) {
    return guards.change("capture", () -> gateway.capture(paymentId));
  }

  @Override
  public Charge cancel(PaymentId paymentId, Money amount) {
    return guards.change("cancel", () -> gateway.cancel(paymentId, amount));
  }

  @Override
  public Charge refund(PaymentId paymentId, RefundId refundId, Money amount) {
    return guards.change("refund", () -> gateway.refund(paymentId, refundId, amount));
  }

  @Override
  public Optional<Charge> lookUp(PaymentId paymentId) {
    return guards.read(() -> gateway.lookUp(paymentId), new TypeLiteral<Optional<Charge>>() {});
  }

  @Override
  public List<Charge> lookUp(Collection<PaymentId> paymentIds) {
    return paymentIds.stream()
        .gather(Gatherers.windowFixed(gateway.lookUpsAtOnce()))
        .flatMap(part -> lookUpAtOnce(part).stream())
        .toList();
  }

  @Override
  public List<Charge> newest(int limit) {
    return guards.read(() -> gateway.newest(limit), new TypeLiteral<List<Charge>>() {});
  }

  private List<Charge> lookUpAtOnce(Collection<PaymentId> paymentIds) {
    return guards.read(() -> gateway.lookUp(paymentIds), new TypeLiteral<List<Charge>>() {});
  }
}
