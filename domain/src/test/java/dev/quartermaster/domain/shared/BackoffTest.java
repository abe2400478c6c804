package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(1));

  @Test
  void doublesUpToTheLongest() {
    UUID id = new UUID(1, 1);
    assertThat(BACKOFF.after(1, id)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(BACKOFF.after(2, id)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    assertThat(BACKOFF.after(4, id)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(32));
    assertThat(BACKOFF.after(1_000, id)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
  }

  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    Set<Duration> pauses = new HashSet<>();
    for (long number = 0; number < 100; number++) {
      pauses.add(BACKOFF.after(3, new UUID(number, number)));
    }
    assertThat(pauses).hasSizeGreaterThan(50);
  }

  @Test
  void refusesPausesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
  }
}
