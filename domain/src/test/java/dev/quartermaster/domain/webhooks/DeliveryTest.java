package dev.quartermaster.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
  private static final Answer REFUSED = new Answer.Received(500, Optional.empty());

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void anAnswerOfSuccessDelivers(int status) {
    Delivery delivered = attempted(queued(1), new Answer.Received(status, Optional.empty()));

    assertThat(delivered.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(delivered.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 300, 302, 400, 404, 429, 500, 503})
  void anyOtherAnswerIsTriedAgain(int status) {
    assertThat(attempted(queued(1), new Answer.Received(status, Optional.empty())).state())
        .isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void noAnswerIsTriedAgain() {
    Delivery failed = attempted(queued(1), new Answer.Failed("nobody listens"));

    assertThat(failed.state()).isEqualTo(DeliveryState.PENDING);
    assertThat(failed.lastAttempt().map(Attempt::answer))
        .contains(new Answer.Failed("nobody listens"));
  }

  @Test
  void whoIsGoneIsNotTriedAgain() {
    assertThat(attempted(queued(1), new Answer.Received(410, Optional.empty())).state())
        .isEqualTo(DeliveryState.DEAD);
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT30S",
    "3, PT2M",
    "4, PT10M",
    "5, PT30M",
    "6, PT1H",
    "7, PT3H",
    "8, PT6H",
    "9, PT11H"
  })
  void waitsLongerFromAttemptToAttempt(int attempts, Duration delay) {
    Delivery delivery = failed(queued(7), attempts);

    assertThat(Duration.between(NOW, delivery.nextAttemptAt()))
        .isBetween(delay, delay.multipliedBy(11).dividedBy(10));
  }

  @Test
  void isGivenUpAfterTheLastAttemptWithinADay() {
    Delivery delivery = queued(7);
    Instant at = NOW;
    int attempts = 0;
    while (!delivery.state().isOver()) {
      at = delivery.nextAttemptAt();
      delivery = delivery.taken(at).attempted(attempt(REFUSED), at);
      attempts++;
    }

    assertThat(delivery.state()).isEqualTo(DeliveryState.DEAD);
    assertThat(attempts).isEqualTo(Delivery.MAX_ATTEMPTS);
    assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(21), Duration.ofHours(24));
  }

  @Test
  void thoseThatFailedTogetherDoNotComeBackTogether() {
    Set<Instant> next = new HashSet<>();
    for (long number = 0; number < 100; number++) {
      next.add(failed(queued(number), 6).nextAttemptAt());
    }

    assertThat(next).hasSizeGreaterThan(50);
  }

  @Test
  void whatWasPutBackIsAsIfItHadNotBeenTaken() {
    Delivery delivery = queued(1);
    Delivery back = delivery.taken(NOW).putBack(NOW.plusSeconds(1));

    assertThat(back.state()).isEqualTo(DeliveryState.PENDING);
    assertThat(back.attempts()).isZero();
    assertThat(back.nextAttemptAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(back.version()).isEqualTo(delivery.version() + 2);
  }

  @Test
  void whatNobodyEverFinishesIsParked() {
    Delivery delivery = queued(1);
    for (int attempt = 0; attempt < Delivery.MAX_ATTEMPTS; attempt++) {
      delivery = delivery.taken(NOW);
      assertThat(delivery.isWornOut()).isFalse();
    }
    Delivery wornOut = delivery.taken(NOW);

    assertThat(wornOut.isWornOut()).isTrue();
    assertThat(wornOut.parked(NOW).state()).isEqualTo(DeliveryState.DEAD);
    assertThat(wornOut.parked(NOW).attempts()).isEqualTo(Delivery.MAX_ATTEMPTS);
  }

  @Test
  void statesAreFoundByTheirCodes() {
    for (DeliveryState state : DeliveryState.values()) {
      assertThat(DeliveryState.ofCode(state.code())).contains(state);
    }
    assertThat(DeliveryState.ofCode("lost")).isEmpty();
  }

  private static Delivery failed(Delivery delivery, int times) {
    Delivery failed = delivery;
    for (int attempt = 0; attempt < times; attempt++) {
      failed = attempted(failed, REFUSED);
    }
    return failed;
  }

  private static Delivery attempted(Delivery delivery, Answer answer) {
    return delivery.taken(NOW).attempted(attempt(answer), NOW);
  }

  private static Attempt attempt(Answer answer) {
    return new Attempt(WebhookUrl.of("https://shop.example"), NOW, Duration.ofMillis(20), answer);
  }

  private static Delivery queued(long number) {
    return Delivery.queued(
        new DeliveryId(new UUID(7, number)),
        new WebhookId(new UUID(1, 1)),
        new Message(new UUID(2, 2), "order.placed", "order", "42", "{}"),
        NOW);
  }
}
