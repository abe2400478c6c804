package dev.quartermaster.testkit.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a {@link PaymentGateway} promises. It takes part in no transaction. */
public abstract class PaymentGatewayContract {
  private static final Identifiers IDENTIFIERS = new SequentialIdentifiers();
  private static final Money AMOUNT = new Money(1_250, Currency.getInstance("EUR"));

  private final PaymentId payment = new PaymentId(IDENTIFIERS.next());

  /** The port under test. */
  protected abstract PaymentGateway gateway();

  /** A method that is authorised and captured at once. */
  protected String good() {
    return InMemoryPaymentGateway.GOOD;
  }

  /** A method that is declined. */
  protected String bad() {
    return InMemoryPaymentGateway.BAD;
  }

  /** What the gateway takes for no method of its. */
  protected String unknown() {
    return "pm_none";
  }

  @Test
  void knowsWhichMethodsThereAre() {
    assertThat(gateway().accepts(good())).isTrue();
    assertThat(gateway().accepts(bad())).isTrue();
    assertThat(gateway().accepts(unknown())).isFalse();
    assertThat(gateway().accepts("")).isFalse();
  }

  @Test
  void knowsNoChargeThatNobodyAskedFor() {
    assertThat(gateway().lookUp(payment)).isEmpty();
  }

  @Test
  void setsMoneyAsideAndTakesIt() {
    assertIs(ChargeStatus.AUTHORIZED, gateway().authorise(payment, good(), AMOUNT));
    assertIs(ChargeStatus.CAPTURED, gateway().capture(payment));
  }

  @Test
  void refusesTheWholeOrNothing() {
    assertIs(ChargeStatus.DECLINED, gateway().authorise(payment, bad(), AMOUNT));
    assertIs(ChargeStatus.DECLINED, gateway().capture(payment));
    assertIs(ChargeStatus.DECLINED, gateway().cancel(payment, AMOUNT));
  }

  @Test
  void carriesEachStepOutOnce() {
    gateway().authorise(payment, good(), AMOUNT);
    assertIs(ChargeStatus.AUTHORIZED, gateway().authorise(payment, good(), AMOUNT));
    gateway().capture(payment);
    assertIs(ChargeStatus.CAPTURED, gateway().capture(payment));
    assertIs(ChargeStatus.CAPTURED, gateway().authorise(payment, good(), AMOUNT));
    assertThat(gateway().lookUp(payment).orElseThrow().kept()).isEqualTo(AMOUNT);
  }

  @Test
  void whatIsLetGoOfCannotBeTaken() {
    gateway().authorise(payment, good(), AMOUNT);
    assertIs(ChargeStatus.VOIDED, gateway().cancel(payment, AMOUNT));
    assertIs(ChargeStatus.VOIDED, gateway().cancel(payment, AMOUNT));
    assertIs(ChargeStatus.VOIDED, gateway().capture(payment));
  }

  @Test
  void whatWasCalledOffBeforeItCameCannotComeAbout() {
    assertIs(ChargeStatus.VOIDED, gateway().cancel(payment, AMOUNT));
    assertIs(ChargeStatus.VOIDED, gateway().authorise(payment, good(), AMOUNT));
    assertIs(ChargeStatus.VOIDED, gateway().capture(payment));
  }

  @Test
  void whatWasTakenIsNotLetGoOf() {
    gateway().authorise(payment, good(), AMOUNT);
    gateway().capture(payment);
    assertIs(ChargeStatus.CAPTURED, gateway().cancel(payment, AMOUNT));
  }

  @Test
  void paysEachRefundBackOnce() {
    RefundId first = new RefundId(IDENTIFIERS.next());
    RefundId second = new RefundId(IDENTIFIERS.next());
    gateway().authorise(payment, good(), AMOUNT);
    gateway().capture(payment);
    gateway().refund(payment, first, cents(250));
    gateway().refund(payment, first, cents(250));
    Charge charge = gateway().refund(payment, second, cents(1_000));
    assertThat(charge.refunds()).isEqualTo(Map.of(first, cents(250), second, cents(1_000)));
    assertThat(charge.kept().amount()).isZero();
    assertThat(gateway().lookUp(payment)).contains(charge);
  }

  @Test
  void paysNoMoreBackThanItTook() {
    RefundId tooEarly = new RefundId(IDENTIFIERS.next());
    RefundId tooMuch = new RefundId(IDENTIFIERS.next());
    gateway().authorise(payment, good(), AMOUNT);
    assertRefused(tooEarly, gateway().refund(payment, tooEarly, cents(1)));
    gateway().capture(payment);
    assertRefused(tooMuch, gateway().refund(payment, tooMuch, cents(1_251)));
  }

  @Test
  void looksManyUpAtOnce() {
    PaymentId other = new PaymentId(IDENTIFIERS.next());
    PaymentId unknown = new PaymentId(IDENTIFIERS.next());
    RefundId refund = new RefundId(IDENTIFIERS.next());
    gateway().authorise(payment, good(), AMOUNT);
    gateway().capture(payment);
    Charge paidBack = gateway().refund(payment, refund, cents(250));
    Charge declined = gateway().authorise(other, bad(), AMOUNT);
    assertThat(gateway().lookUp(List.of(unknown, other, payment)))
        .containsExactlyInAnyOrder(paidBack, declined);
    assertThat(gateway().lookUp(List.of(unknown))).isEmpty();
    assertThat(gateway().lookUp(List.of())).isEmpty();
  }

  @Test
  void tellsOfTheNewestCharges() {
    Charge older = gateway().authorise(payment, good(), AMOUNT);
    Charge newer = gateway().authorise(new PaymentId(IDENTIFIERS.next()), bad(), AMOUNT);
    assertThat(gateway().newest(1_000_000)).containsSubsequence(newer, older);
    assertThat(gateway().newest(1)).hasSize(1);
  }

  @Test
  void aRaceChargesOnce() {
    List<Charge> answers =
        Concurrently.inThreads(
            8,
            () -> {
              gateway().authorise(payment, good(), AMOUNT);
              return gateway().capture(payment);
            });
    assertThat(answers).allSatisfy(answer -> assertIs(ChargeStatus.CAPTURED, answer));
  }

  private void assertIs(ChargeStatus status, Charge answer) {
    Charge expected = new Charge(payment, status, AMOUNT, Map.of());
    assertThat(answer).isEqualTo(expected);
    assertThat(gateway().lookUp(payment)).contains(expected);
  }

  private static void assertRefused(RefundId refundId, Charge answer) {
    assertThat(answer.refunds()).isEmpty();
    assertThat(answer.refusals().get(refundId)).isNotBlank();
  }

  private static Money cents(long amount) {
    return new Money(amount, AMOUNT.currency());
  }
}
