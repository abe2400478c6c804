package dev.quartermaster.payments.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.payments.PaymentGatewayContract;
import dev.quartermaster.testkit.payments.StripeStub;
import dev.quartermaster.testkit.payments.StripeStub.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PaymentGatewayContract} on Stripe, whose part a stub plays, and what gets lost there. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StripeGatewayTest extends PaymentGatewayContract {
  private static final Money AMOUNT = new Money(1_250, Currency.getInstance("EUR"));

  private final StripeStub stripe = new StripeStub();

  @Inject StripeIntents intents;

  private final PaymentId payment = new PaymentId(UUID.randomUUID());
  private PaymentGateway gateway;

  @BeforeEach
  void aGateway() {
    StripeApi api = new StripeApi(StripeStub.KEY, stripe.address() + "/", Duration.ofSeconds(2));
    gateway = new GuardedPaymentGateway(new StripeGateway(api, intents));
  }

  @AfterEach
  void stop() {
    stripe.close();
  }

  @Override
  protected PaymentGateway gateway() {
    return gateway;
  }

  @Override
  protected String good() {
    return StripeStub.GOOD;
  }

  @Override
  protected String bad() {
    return StripeStub.BAD;
  }

  @Override
  protected String unknown() {
    return "4242424242424242";
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "confirm", "capture"})
  void anAnswerThatGetsLostIsAskedForAgainUnderTheSameKey(String step) {
    suffer(step, Fault.LOST, 2);
    assertThat(charged().status()).isEqualTo(ChargeStatus.CAPTURED);
    assertThat(stripe.books().kept(payment.toString())).containsExactly(AMOUNT.amount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "confirm", "capture"})
  void aFaultThatStripeRemembersIsLeftBehindWithItsKey(String step) {
    suffer(step, Fault.OWN_FAULT, 2);
    assertThat(charged().status()).isEqualTo(ChargeStatus.CAPTURED);
    assertThat(stripe.books().kept(payment.toString())).containsExactly(AMOUNT.amount());
  }

  @ParameterizedTest
  @EnumSource(names = {"UNHEARD", "LOST"})
  void aRefundWhoseAnswerGetsLostIsPaidBackOnce(Fault fault) {
    charged();
    suffer("refund", fault, 2);
    RefundId refund = new RefundId(UUID.randomUUID());
    Money part = new Money(250, AMOUNT.currency());
    assertThat(gateway.refund(payment, refund, part).refunds()).isEqualTo(Map.of(refund, part));
    assertThat(stripe.books().kept(payment.toString())).containsExactly(1_000L);
  }

  @Test
  void aSilentStripeIsUnavailableAndItsBooksTellLater() {
    stripe.suffer(kind -> kind.equals("confirm") || kind.equals("read") ? Fault.LOST : Fault.NONE);
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> gateway.authorise(payment, StripeStub.GOOD, AMOUNT));
    stripe.suffer(_ -> Fault.NONE);
    assertThat(gateway.lookUp(payment).orElseThrow().status()).isEqualTo(ChargeStatus.AUTHORIZED);
  }

  @Test
  void whatWasNotConfirmedIsNoChargeYetAndCanBeCalledOff() {
    stripe.suffer(kind -> kind.equals("confirm") ? Fault.UNHEARD : Fault.NONE);
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> gateway.authorise(payment, StripeStub.GOOD, AMOUNT));
    assertThat(gateway.lookUp(payment)).isEmpty();
    assertThat(gateway.cancel(payment, AMOUNT).status()).isEqualTo(ChargeStatus.VOIDED);
    stripe.suffer(_ -> Fault.NONE);
    assertThat(charged().status()).isEqualTo(ChargeStatus.VOIDED);
    assertThat(stripe.books().kept(payment.toString())).isEmpty();
  }

  @Test
  void aMethodThatStripeDoesNotKnowIsDeclinedForGood() {
    assertThat(gateway.authorise(payment, "pm_unheard_of", AMOUNT).status())
        .isEqualTo(ChargeStatus.DECLINED);
    assertThat(gateway.lookUp(payment).orElseThrow().status()).isEqualTo(ChargeStatus.DECLINED);
    assertThat(gateway.authorise(payment, StripeStub.GOOD, AMOUNT).status())
        .isEqualTo(ChargeStatus.DECLINED);
  }

  @Test
  void anAmountThatStripeCannotCountIsDeclined() {
    Money odd = new Money(1_250, Currency.getInstance("MGA"));
    assertThat(gateway.authorise(payment, StripeStub.GOOD, odd).status())
        .isEqualTo(ChargeStatus.DECLINED);
  }

  @Test
  void theNewestChargesAreToldWithWhatWasPaidBackPageByPage() {
    for (int i = 0; i < 5; i++) {
      gateway.authorise(new PaymentId(UUID.randomUUID()), StripeStub.GOOD, AMOUNT);
    }
    charged();
    Charge charge = gateway.refund(payment, new RefundId(UUID.randomUUID()), AMOUNT);
    assertThat(gateway.newest(100)).hasSize(6).startsWith(charge);
  }

  @Test
  void moreAreLookedUpThanAtOnce() {
    List<Charge> charges =
        Stream.generate(() -> new PaymentId(UUID.randomUUID()))
            .limit(30)
            .map(other -> gateway.authorise(other, StripeStub.GOOD, AMOUNT))
            .toList();
    assertThat(gateway.lookUp(charges.stream().map(Charge::paymentId).toList()))
        .containsExactlyInAnyOrderElementsOf(charges);
  }

  @Test
  void ofManyLookUpsNoneIsLeftOutInSilence() {
    gateway.authorise(payment, StripeStub.GOOD, AMOUNT);
    stripe.suffer(kind -> kind.equals("read") ? Fault.OWN_FAULT : Fault.NONE);
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> gateway.lookUp(List.of(payment)));
  }

  @Test
  void aRefundOfWhatAnotherGatewayTookIsRefused() {
    RefundId refund = new RefundId(UUID.randomUUID());
    assertThat(gateway.refund(payment, refund, AMOUNT).refusals()).containsOnlyKeys(refund);
  }

  @Test
  void aRefundThatFailsIsRefusedWithTheReason() {
    gateway.authorise(payment, StripeStub.UNREFUNDABLE, AMOUNT);
    gateway.capture(payment);
    RefundId refund = new RefundId(UUID.randomUUID());
    Charge charge = gateway.refund(payment, refund, AMOUNT);
    assertThat(charge.refusals()).isEqualTo(Map.of(refund, "lost_or_stolen_card"));
    assertThat(gateway.lookUp(payment)).contains(charge);
    assertThat(stripe.books().kept(payment.toString())).isEqualTo(List.of(AMOUNT.amount()));
  }

  /** The charge after all steps of a payment. */
  private Charge charged() {
    gateway.authorise(payment, StripeStub.GOOD, AMOUNT);
    return gateway.capture(payment);
  }

  /** Something goes wrong at a step, so many times. */
  private void suffer(String step, Fault fault, int times) {
    AtomicInteger left = new AtomicInteger(times);
    stripe.suffer(kind -> kind.equals(step) && left.getAndDecrement() > 0 ? fault : Fault.NONE);
  }
}
