package dev.quartermaster.application.payments;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.payments.GatewayEvents;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class HandleGatewayEventService implements HandleGatewayEvent {
  private static final Actor ACTOR = new Actor.SystemProcess("payment-gateway");

  private final UnitOfWork unitOfWork;
  private final GatewayEvents events;
  private final Payments payments;
  private final AdvancePayment advancePayment;

  HandleGatewayEventService(
      UnitOfWork unitOfWork,
      GatewayEvents events,
      Payments payments,
      AdvancePayment advancePayment) {
    this.unitOfWork = unitOfWork;
    this.events = events;
    this.payments = payments;
    this.advancePayment = advancePayment;
  }

  @Override
  public void handle(Command command) {
    events
        .payment(command.event(), command.signature())
        .flatMap(id -> unitOfWork.reading(() -> payments.find(id)))
        // A node that is at work on its step will have the answer before us.
        .filter(Payment::awaitsNews)
        .ifPresent(
            payment -> {
              var _ = advancePayment.advance(new AdvancePayment.Command(ACTOR, payment.id()));
            });
  }
}
