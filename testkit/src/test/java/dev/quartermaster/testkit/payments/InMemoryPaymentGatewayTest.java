package dev.quartermaster.testkit.payments;

import dev.quartermaster.domain.payments.PaymentGateway;

class InMemoryPaymentGatewayTest extends PaymentGatewayContract {
  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();

  @Override
  protected PaymentGateway gateway() {
    return gateway;
  }
}
