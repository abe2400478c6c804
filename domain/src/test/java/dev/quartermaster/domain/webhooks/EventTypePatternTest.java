package dev.quartermaster.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypePatternTest {
  @ParameterizedTest
  @CsvSource({
    "*, order.placed, true",
    "order.*, order.placed, true",
    "order.placed, order.placed, true",
    "order.placed, order.placed_again, false",
    "order.placed, order.shipped, false",
    "order.*, orders.placed, false",
    "order.*, payment.captured, false",
    "order.*, order, false"
  })
  void matchesOneTypeAllOfAThingOrAll(String pattern, String type, boolean matches) {
    assertThat(new EventTypePattern(pattern).matches(type)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "order",
        "order.",
        ".placed",
        "*.placed",
        "order.*.x",
        "Order.placed",
        "**",
        "order.* "
      })
  void nothingElseIsAPattern(String text) {
    assertThat(EventTypePattern.isPattern(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new EventTypePattern(text));
  }

  @Test
  void aPatternHasABoundedLength() {
    String longest = "order." + "x".repeat(EventTypePattern.MAX_LENGTH - 6);

    assertThat(EventTypePattern.isPattern(longest)).isTrue();
    assertThat(EventTypePattern.isPattern(longest + "x")).isFalse();
  }
}
