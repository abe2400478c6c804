package dev.quartermaster.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "85123A", "a/b_c-1.0", "POST"})
  void takesLettersDigitsAndSomeMarks(String value) {
    assertThat(new Sku(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", " a", "a\n", "ä", "a%"})
  void refusesEverythingElse(String value) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Sku(value))
        .withMessageStartingWith("sku: ");
  }

  @Test
  void hasAtMost64Characters() {
    assertThat(new Sku("x".repeat(64)).value()).hasSize(64);
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Sku("x".repeat(65)));
  }
}
