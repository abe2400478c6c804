package dev.quartermaster.jobs.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.payments.AdvancePayment;
import dev.quartermaster.application.payments.TakeDuePayments;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PaymentResumptionTest {

  @Test
  void carriesEachPaymentOnThatIsDueAndOneThatFailsStopsNoOther() {
    List<PaymentId> all =
        Stream.generate(() -> new PaymentId(UUID.randomUUID())).limit(40).toList();
    Queue<PaymentId> due = new ArrayDeque<>(all);
    TakeDuePayments take = command -> new TakeDuePayments.Result(polled(due, command.limit()));
    Queue<AdvancePayment.Command> advanced = new ConcurrentLinkedQueue<>();
    AdvancePayment advance =
        command -> {
          advanced.add(command);
          if (command.paymentId().equals(all.getFirst())) {
            throw new IllegalStateException("a defect, told for the test");
          }
          return payment(command.paymentId());
        };

    new PaymentResumption(take, advance).run();

    assertThat(advanced)
        .extracting(AdvancePayment.Command::paymentId)
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(advanced)
        .allSatisfy(
            command ->
                assertThat(command.actor().reference()).isEqualTo("system:payment-resumption"));
  }

  private static List<PaymentId> polled(Queue<PaymentId> due, int limit) {
    List<PaymentId> taken = new ArrayList<>();
    while (taken.size() < limit && !due.isEmpty()) {
      taken.add(due.remove());
    }
    return taken;
  }

  private static Payment payment(PaymentId id) {
    return Payment.begun(
        id,
        new OrderId(UUID.randomUUID()),
        new UserId(UUID.randomUUID()),
        new Money(1, Currency.getInstance("EUR")),
        "pm_ok",
        Instant.EPOCH);
  }
}
