package dev.quartermaster.application.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.ordering.OrderTransition;
import dev.quartermaster.domain.payments.InvalidSignature;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.PaymentStatus;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.ordering.InMemoryOrders;
import dev.quartermaster.testkit.ordering.Purchases;
import dev.quartermaster.testkit.payments.InMemoryGatewayEvents;
import dev.quartermaster.testkit.payments.InMemoryPaidOrders;
import dev.quartermaster.testkit.payments.InMemoryPaymentGateway;
import dev.quartermaster.testkit.payments.InMemoryPaymentGateway.Call;
import dev.quartermaster.testkit.payments.InMemoryPayments;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event makes us look, and does no more than that. */
class HandleGatewayEventTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
  private final InMemoryPayments payments = new InMemoryPayments(unitOfWork);
  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryPaidOrders paidOrders = new InMemoryPaidOrders(orders, clock);
  private final Actor.SignedIn ada = Actors.with();
  private final List<Call> calls = new ArrayList<>();

  private final AdvancePayment advance =
      new AdvancePaymentService(
          unitOfWork, payments, paidOrders, gateway, auditTrail, outbox, clock);
  private final PayOrder pay =
      new PayOrderService(
          unitOfWork,
          payments,
          paidOrders,
          gateway,
          advance,
          auditTrail,
          outbox,
          identifiers,
          clock);
  private final HandleGatewayEvent handle =
      new HandleGatewayEventService(unitOfWork, new InMemoryGatewayEvents(), payments, advance);

  private final Order order =
      unitOfWork.inTransaction(
          () -> orders.add(List.of(Purchases.twoMugs(identifiers, ada.id(), NOW))).getFirst());

  @Test
  void anEventCarriesOnAPaymentWhoseAnswerGotLostOnce() {
    gateway.suffer(
        (call, effect) -> {
          effect.run();
          throw new Unavailable("The payment gateway", null);
        });
    assertThat(pay().isSettled()).isFalse();
    gateway.suffer((_, effect) -> effect.run());

    hear(InMemoryGatewayEvents.about(payment().id()));
    hear(InMemoryGatewayEvents.about(payment().id()));
    hear(InMemoryGatewayEvents.about(payment().id()));

    assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(gateway.charge(payment().id()).orElseThrow().kept()).isEqualTo(order.total());
    assertThat(orders.history(order.id()))
        .extracting(OrderTransition::status)
        .containsOnlyOnce(OrderStatus.CONFIRMED);
    assertThat(orders.history(order.id()).getLast().actor()).isEqualTo("system:payment-gateway");
  }

  @Test
  void anEventThatSaysTooMuchIsNotBelieved() {
    gateway.suffer(
        (_, _) -> {
          throw new Unavailable("The payment gateway", null);
        });
    pay();

    hear(InMemoryGatewayEvents.about(payment().id()));

    assertThat(payment().status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(orders.find(order.id()).orElseThrow().status())
        .isEqualTo(OrderStatus.PENDING_PAYMENT);
  }

  @Test
  void whatIsSettledIsNotAskedForAgain() {
    pay();
    countCalls();
    hear(InMemoryGatewayEvents.about(payment().id()));
    assertThat(calls).isEmpty();
  }

  @Test
  void aPaymentThatANodeIsAtWorkOnIsLeftToIt() {
    gateway.suffer(
        (call, effect) -> {
          calls.add(call);
          if (calls.size() == 1) {
            hear(InMemoryGatewayEvents.about(payment().id()));
          }
          effect.run();
        });
    assertThat(pay().status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(calls).containsExactly(Call.AUTHORISE, Call.CAPTURE);
  }

  @Test
  void eventsAboutNothingOfOursAreFine() {
    countCalls();
    assertThatCode(
            () -> {
              hear(InMemoryGatewayEvents.aboutNothing());
              hear(InMemoryGatewayEvents.about(new PaymentId(identifiers.next())));
            })
        .doesNotThrowAnyException();
    assertThat(calls).isEmpty();
  }

  @Test
  void aForgedEventWakesNobody() {
    gateway.suffer(
        (_, _) -> {
          throw new Unavailable("The payment gateway", null);
        });
    Payment waiting = pay();
    countCalls();

    assertThatExceptionOfType(InvalidSignature.class)
        .isThrownBy(
            () ->
                handle.handle(
                    new HandleGatewayEvent.Command(
                        InMemoryGatewayEvents.about(waiting.id()), "forged")));
    assertThat(calls).isEmpty();
  }

  private void countCalls() {
    gateway.suffer(
        (call, effect) -> {
          calls.add(call);
          effect.run();
        });
  }

  private void hear(String event) {
    handle.handle(new HandleGatewayEvent.Command(event, InMemoryGatewayEvents.SIGNATURE));
  }

  private Payment pay() {
    return pay.pay(new PayOrder.Command(ada, order.id(), InMemoryPaymentGateway.GOOD));
  }

  private Payment payment() {
    return payments.ofOrder(order.id()).getLast();
  }
}
