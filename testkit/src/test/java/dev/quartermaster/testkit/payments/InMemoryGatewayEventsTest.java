package dev.quartermaster.testkit.payments;

import dev.quartermaster.domain.payments.GatewayEvents;
import dev.quartermaster.domain.payments.PaymentId;

class InMemoryGatewayEventsTest extends GatewayEventsContract {
  private final InMemoryGatewayEvents events = new InMemoryGatewayEvents();

  @Override
  protected GatewayEvents events() {
    return events;
  }

  @Override
  protected String about(PaymentId told) {
    return InMemoryGatewayEvents.about(told);
  }

  @Override
  protected String aboutNothing() {
    return InMemoryGatewayEvents.aboutNothing();
  }

  @Override
  protected String signed(String event) {
    return InMemoryGatewayEvents.SIGNATURE;
  }
}
