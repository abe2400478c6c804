package dev.quartermaster.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitTest {

  @ParameterizedTest
  @CsvSource({
    "100/15m, 100, PT15M",
    "5/30s, 5, PT30S",
    "1/2h, 1, PT2H",
    "999999999/1d, 999999999, P1D"
  })
  void readsACountAndATime(String setting, long count, Duration window) {
    assertThat(RateLimit.parse(setting)).contains(new RateLimit(count, window));
  }

  @Test
  void canBeOff() {
    assertThat(RateLimit.parse("off")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100", "0/15m", "100/0m", "100/15w", "100 / 15m", "-1/15m"})
  void refusesWhatIsNone(String setting) {
    assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.parse(setting));
  }
}
