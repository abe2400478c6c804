package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.shared.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Amounts as Stripe counts them: in minor units, but for a few currencies in units that are not
 * those of ISO 4217.
 */
final class StripeAmount {
  /** Without minor units, and yet counted in hundredths. */
  private static final Set<String> IN_HUNDREDTHS = Set.of("ISK", "UGX");

  /** With minor units, and yet counted in whole ones. */
  private static final Set<String> IN_WHOLE = Set.of("MGA");

  private static final int HUNDRED = 100;

  private StripeAmount() {}

  /** As Stripe counts it; nothing if it cannot be told to Stripe. */
  static Optional<Long> of(Money money) {
    String currency = money.currency().getCurrencyCode();
    if (IN_HUNDREDTHS.contains(currency)) {
      return Optional.of(Math.multiplyExact(money.amount(), HUNDRED));
    }
    if (IN_WHOLE.contains(currency)) {
      return Optional.of(money.amount() / HUNDRED)
          .filter(whole -> whole * HUNDRED == money.amount());
    }
    return Optional.of(money.amount());
  }

  /** What Stripe means. */
  static Money read(long amount, String stripeCurrency) {
    Currency currency = Currency.getInstance(stripeCurrency.toUpperCase(Locale.ROOT));
    String code = currency.getCurrencyCode();
    if (IN_HUNDREDTHS.contains(code)) {
      return new Money(amount / HUNDRED, currency);
    }
    return new Money(
        IN_WHOLE.contains(code) ? Math.multiplyExact(amount, HUNDRED) : amount, currency);
  }
}
