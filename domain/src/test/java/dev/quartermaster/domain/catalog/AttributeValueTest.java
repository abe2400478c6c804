package dev.quartermaster.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeValueTest {

  @Test
  void aNumberMayBeATextToo() {
    assertThat(AttributeValue.writtenAs("-12.50"))
        .containsExactly(
            new AttributeValue.Text("-12.50"),
            new AttributeValue.Numeric(new BigDecimal("-12.50")));
  }

  @Test
  void aTruthValueMayBeATextToo() {
    assertThat(AttributeValue.writtenAs("true"))
        .containsExactly(new AttributeValue.Text("true"), new AttributeValue.Flag(true));
    assertThat(AttributeValue.writtenAs("false"))
        .containsExactly(new AttributeValue.Text("false"), new AttributeValue.Flag(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "True", "1e3", "1.", ".5", "+1", "1 ", "0x1F", "١"})
  void allElseIsAText(String text) {
    assertThat(AttributeValue.writtenAs(text)).containsExactly(new AttributeValue.Text(text));
  }

  @Test
  void numbersAreTheSameWhateverTheirZeros() {
    AttributeValue number = new AttributeValue.Numeric(new BigDecimal("1.5"));
    assertThat(number.isSameAs(new AttributeValue.Numeric(new BigDecimal("1.50")))).isTrue();
    assertThat(number.isSameAs(new AttributeValue.Numeric(new BigDecimal("1.51")))).isFalse();
    assertThat(number.isSameAs(new AttributeValue.Text("1.5"))).isFalse();
    assertThat(new AttributeValue.Text("a").isSameAs(new AttributeValue.Text("a"))).isTrue();
  }
}
