package dev.quartermaster.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

  @Test
  void aTimeOfThePastIsReplayed() {
    Replay replay = of(NOW.minus(Replay.LONGEST), NOW);

    assertThat(replay.position()).isZero();
    assertThat(replay.upTo(7).position()).isEqualTo(7);
  }

  @Test
  void whatIsNoTimeOfThePastIsRefused() {
    assertRefused(NOW, NOW, "from");
    assertRefused(NOW.minusSeconds(1), NOW.minusSeconds(2), "from");
    assertRefused(NOW.minusSeconds(1), NOW.plusMillis(1), "to");
    assertRefused(NOW.minus(Replay.LONGEST).minusMillis(1), NOW, "from");
  }

  private static void assertRefused(Instant from, Instant to, String field) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> of(from, to))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly(field));
  }

  private static Replay of(Instant from, Instant to) {
    return Replay.of(new WebhookId(new UUID(1, 1)), from, to, NOW);
  }
}
