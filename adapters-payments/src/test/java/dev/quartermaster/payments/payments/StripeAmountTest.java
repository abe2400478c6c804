package dev.quartermaster.payments.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Money;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeAmountTest {

  @ParameterizedTest
  @CsvSource({
    "EUR, 1250, 1250",
    "JPY, 500, 500",
    "KWD, 5120, 5120",
    "ISK, 5, 500",
    "UGX, 5, 500",
    "MGA, 500, 5",
  })
  void countsAsStripeDoes(String currency, long ours, long stripes) {
    Money money = new Money(ours, Currency.getInstance(currency));

    assertThat(StripeAmount.of(money)).contains(stripes);
    assertThat(StripeAmount.read(stripes, currency.toLowerCase(Locale.ROOT))).isEqualTo(money);
  }

  @Test
  void whatCannotBeToldToStripeIsNotRounded() {
    assertThat(StripeAmount.of(new Money(550, Currency.getInstance("MGA")))).isEmpty();
  }
}
