package dev.quartermaster.testkit.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.Payments;
import dev.quartermaster.domain.reconciliation.PaymentBook;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a {@link PaymentBook} promises. */
public abstract class PaymentBookContract extends PortContract {
  private static final Money AMOUNT = new Money(1_250, Currency.getInstance("EUR"));

  private final OrderId order = new OrderId(IDENTIFIERS.next());

  /** The port under test. */
  protected abstract PaymentBook book();

  /** Where the payments are stored that it knows. */
  protected abstract Payments payments();

  /** Whose books it looks into. */
  protected abstract PaymentGateway gateway();

  /** What time it is. */
  protected abstract Instant now();

  @Test
  void tellsOfThePaymentsOfOrders() {
    Payment payment = added();
    OrderId unpaid = new OrderId(IDENTIFIERS.next());
    assertThat(inTransaction(() -> book().ofOrders(Set.of(order, unpaid))))
        .extracting(Payment::id)
        .containsExactly(payment.id());
    assertThat(inTransaction(() -> book().ofOrders(Set.of(unpaid)))).isEmpty();
  }

  @Test
  void tellsWhatTheGatewayHas() {
    PaymentId payment = new PaymentId(IDENTIFIERS.next());
    PaymentId unknown = new PaymentId(IDENTIFIERS.next());
    assertThat(book().charges(Set.of(payment, unknown))).isEmpty();
    Charge charge = gateway().authorise(payment, "pm_ok", AMOUNT);
    assertThat(book().charges(Set.of(payment, unknown))).containsExactly(charge);
  }

  @Test
  void tellsOfChargesThatNoPaymentIsOnRecordFor() {
    Payment payment = added();
    Charge ours = gateway().authorise(payment.id(), "pm_ok", AMOUNT);
    Charge stray = gateway().authorise(new PaymentId(IDENTIFIERS.next()), "pm_ok", AMOUNT);
    assertThat(book().strays(1_000_000)).contains(stray).doesNotContain(ours);
  }

  private Payment added() {
    Payment payment =
        Payment.begun(
            new PaymentId(IDENTIFIERS.next()),
            order,
            new UserId(IDENTIFIERS.next()),
            AMOUNT,
            "pm_ok",
            now());
    inTransaction(() -> payments().add(payment));
    return payment;
  }
}
