package dev.quartermaster.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.ErrorKind;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final OrderLine LINE =
      new OrderLine(
          new ProductId(UUID.randomUUID()),
          "mug",
          "Mug",
          2,
          new Money(1_250, Currency.getInstance("EUR")));

  private final Order placed =
      new NewOrder(
              new OrderId(UUID.randomUUID()),
              new UserId(UUID.randomUUID()),
              List.of(LINE),
              NOW,
              "user:1")
          .placed(1_001);

  @Test
  void waitsForItsPayment() {
    assertThat(placed.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
    assertThat(placed.number()).isEqualTo(1_001);
    assertThat(placed.total()).isEqualTo(new Money(2_500, Currency.getInstance("EUR")));
    assertThat(placed.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    assertThat(placed.createdAt()).isEqualTo(placed.updatedAt()).isEqualTo(NOW);
    assertThat(placed.version()).isEqualTo(1);
    assertThat(placed.isCancellable()).isTrue();
  }

  @Test
  void isCalledOff() {
    Instant later = NOW.plusSeconds(60);
    Order cancelled = placed.cancelled(later);
    assertThat(cancelled).isEqualTo(inStatus(OrderStatus.CANCELLED, later, 2));
    assertThat(cancelled.isCancellable()).isFalse();
  }

  @Property
  void onlyAnUnpaidOrderIsCalledOff(@ForAll OrderStatus status) {
    Order order = inStatus(status, NOW, 2);
    assertThat(order.isCancellable()).isEqualTo(status == OrderStatus.PENDING_PAYMENT);
    if (!order.isCancellable()) {
      assertThatExceptionOfType(OrderNotCancellable.class)
          .isThrownBy(() -> order.cancelled(NOW))
          .satisfies(
              refusal -> {
                assertThat(refusal.kind()).isEqualTo(ErrorKind.CONFLICT);
                assertThat(refusal.detail()).contains(status.code());
              });
    }
  }

  @Test
  void expiresWhenItsPaymentIsOverdue() {
    assertThat(placed.expired(placed.expiresAt()))
        .isEqualTo(inStatus(OrderStatus.EXPIRED, placed.expiresAt(), 2));
    assertThatIllegalStateException()
        .isThrownBy(() -> placed.expired(placed.expiresAt().minusNanos(1)));
  }

  @Property
  void onlyAnUnpaidOrderExpires(@ForAll OrderStatus status) {
    if (status != OrderStatus.PENDING_PAYMENT) {
      assertThatIllegalStateException()
          .isThrownBy(() -> inStatus(status, NOW, 2).expired(NOW.plus(Duration.ofDays(1))));
    }
  }

  @Test
  void aTransitionTellsOfTheMoveThatLedThere() {
    Order cancelled = placed.cancelled(NOW.plusSeconds(60));
    assertThat(OrderTransition.to(cancelled, "changed my mind", "user:1"))
        .isEqualTo(
            new OrderTransition(
                placed.id(),
                2,
                OrderStatus.CANCELLED,
                "changed my mind",
                "user:1",
                NOW.plusSeconds(60)));
  }

  private Order inStatus(OrderStatus status, Instant updatedAt, long version) {
    return new Order(
        placed.id(),
        placed.number(),
        placed.customerId(),
        status,
        placed.lines(),
        placed.total(),
        placed.expiresAt(),
        placed.createdAt(),
        false,
        updatedAt,
        version);
  }
}
