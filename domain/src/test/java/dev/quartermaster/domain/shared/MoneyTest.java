package dev.quartermaster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");

  @Property
  void sumsInAnyOrder(
      @ForAll @LongRange(max = Long.MAX_VALUE / 3) long a,
      @ForAll @LongRange(max = Long.MAX_VALUE / 3) long b,
      @ForAll @LongRange(max = Long.MAX_VALUE / 3) long c) {
    assertThat(euros(a).plus(euros(b)).plus(euros(c)))
        .isEqualTo(euros(c).plus(euros(b)).plus(euros(a)))
        .isEqualTo(euros(a + b + c));
  }

  @Property
  void multiplyingIsRepeatedAdding(
      @ForAll @LongRange(max = Money.MAX_PRICE) long amount,
      @ForAll @LongRange(min = 1, max = 30) long factor) {
    Money sum = euros(amount);
    for (long times = 1; times < factor; times++) {
      sum = sum.plus(euros(amount));
    }
    assertThat(euros(amount).times(factor)).isEqualTo(sum);
  }

  @Property
  void isNeverNegative(@ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long amount) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> euros(amount))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly("amount"));
  }

  @Test
  void addsNoDifferentCurrencies() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> euros(1).plus(new Money(1, USD)))
        .withMessageContainingAll("EUR", "USD");
  }

  @Test
  void overflowsAloud() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> euros(Long.MAX_VALUE).plus(euros(1)));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> euros(Long.MAX_VALUE / 2 + 1).times(2));
  }

  @Test
  void mayBeNothing() {
    assertThat(euros(0).times(5).plus(euros(0))).isEqualTo(euros(0));
  }

  private static Money euros(long cents) {
    return new Money(cents, EUR);
  }
}
