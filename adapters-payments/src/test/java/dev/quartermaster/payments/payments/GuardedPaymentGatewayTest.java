package dev.quartermaster.payments.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentGateway;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.payments.PaymentGatewayContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link PaymentGatewayContract} on the simulated gateway, and what its bad methods do. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GuardedPaymentGatewayTest extends PaymentGatewayContract {
  private static final Money AMOUNT = new Money(1_250, Currency.getInstance("EUR"));

  @Inject PaymentGateway gateway;

  private final PaymentId payment = new PaymentId(UUID.randomUUID());

  @Override
  protected PaymentGateway gateway() {
    return gateway;
  }

  @Test
  void aFlakyMethodWorksAtTheThirdTime() {
    assertThat(gateway.authorise(payment, "pm_flaky", AMOUNT).status())
        .isEqualTo(ChargeStatus.AUTHORIZED);
    assertThat(gateway.capture(payment).status()).isEqualTo(ChargeStatus.CAPTURED);
  }

  @Test
  void aLostReplyIsACaptureOfWhichOnlyTheBooksTell() {
    gateway.authorise(payment, "pm_lost_reply", AMOUNT);
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> gateway.capture(payment));
    assertThat(gateway.lookUp(payment).orElseThrow().status()).isEqualTo(ChargeStatus.CAPTURED);
    assertThat(gateway.lookUp(payment).orElseThrow().kept()).isEqualTo(AMOUNT);
  }

  @Test
  void aSlowMethodIsNotWaitedForAndNotTaken() {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> gateway.authorise(payment, "pm_slow", AMOUNT));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(gateway.lookUp(payment).orElseThrow().status()).isEqualTo(ChargeStatus.PROCESSING);
    assertThat(gateway.capture(payment).status()).isEqualTo(ChargeStatus.PROCESSING);
    assertThat(gateway.cancel(payment, AMOUNT).status()).isEqualTo(ChargeStatus.VOIDED);
  }
}
