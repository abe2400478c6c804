package dev.quartermaster.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookHealthTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

  @Test
  void aFewFailuresAreBorne() {
    WebhookHealth health = failed(WebhookHealth.RESTS_AFTER - 1);

    assertThat(health.isFailing()).isFalse();
    assertThat(health.restingUntil()).isEmpty();
  }

  @Test
  void whatFailsInARowRestsLongerFromFailureToFailure() {
    assertThat(rest(5)).isEqualTo(Duration.ofSeconds(10));
    assertThat(rest(6)).isEqualTo(Duration.ofSeconds(20));
    assertThat(rest(9)).isEqualTo(Duration.ofSeconds(160));
    assertThat(rest(10)).isEqualTo(WebhookHealth.LONGEST_REST);
    assertThat(rest(1_000)).isEqualTo(WebhookHealth.LONGEST_REST);
    assertThat(failed(5).isFailing()).isTrue();
  }

  @Test
  void isGivenUpAfterFiveDaysOfFailuresAlone() {
    WebhookHealth health = failed(3);

    assertThat(health.failingSince()).isEqualTo(Optional.of(NOW));
    assertThat(health.isBeyondPatience(NOW.plus(WebhookHealth.PATIENCE).minusMillis(1))).isFalse();
    assertThat(health.isBeyondPatience(NOW.plus(WebhookHealth.PATIENCE))).isTrue();
    assertThat(WebhookHealth.HEALTHY.isBeyondPatience(NOW)).isFalse();
  }

  @Test
  void whatFailsWhileItRestsWasUnderWayBeforeAndTellsNothingNew() {
    WebhookHealth resting = failed(WebhookHealth.RESTS_AFTER);

    assertThat(resting.failed(resting.restingUntil().orElseThrow().minusMillis(1)))
        .isEqualTo(resting);
  }

  private static Duration rest(int failures) {
    Instant last = next(failed(failures - 1));
    return Duration.between(last, failed(failures).restingUntil().orElseThrow());
  }

  private static WebhookHealth failed(int times) {
    WebhookHealth health = WebhookHealth.HEALTHY;
    for (int failure = 0; failure < times; failure++) {
      health = health.failed(next(health));
    }
    return health;
  }

  /** When the next attempt is made. */
  private static Instant next(WebhookHealth health) {
    return health.restingUntil().orElse(NOW);
  }
}
