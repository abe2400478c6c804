package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 255})
  void takesAKeyWithinItsBounds(int length) {
    assertThat(new IdempotencyKey("user:1", "k".repeat(length)).value()).hasSize(length);
  }

  @Test
  void refusesOtherKeys() {
    for (String value : new String[] {"", "  ", "k".repeat(256)}) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> new IdempotencyKey("user:1", value));
    }
  }

  @Test
  void keysOfDifferentCallersDiffer() {
    assertThat(new IdempotencyKey("user:1", "k")).isNotEqualTo(new IdempotencyKey("user:2", "k"));
  }
}
