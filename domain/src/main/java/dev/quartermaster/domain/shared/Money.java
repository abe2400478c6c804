package dev.quartermaster.domain.shared;

import java.util.Currency;
import java.util.Map;

/**
 * An amount of money in the minor unit of its currency: {@code (1999, EUR)} is 19.99 euros.
 *
 * @param amount minor units, never negative
 * @param currency the ISO 4217 currency
 */
public record Money(long amount, Currency currency) {
  /** The largest unit price: with the largest order it still fits a {@code long}. */
  public static final long MAX_PRICE = 10_000_000_000L;

  public Money {
    if (amount < 0) {
      throw InvalidInput.of("amount", "must not be negative");
    }
  }

  /**
   * Sums two amounts.
   *
   * @throws IllegalArgumentException when the currencies differ
   * @throws ArithmeticException when the sum does not fit
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "cannot add " + other.currency + " to " + currency + ": no rate is given");
    }
    return new Money(Math.addExact(amount, other.amount), currency);
  }

  /**
   * Multiplies by a whole number.
   *
   * @throws ArithmeticException when the product does not fit
   */
  public Money times(long factor) {
    return new Money(Math.multiplyExact(amount, factor), currency);
  }

  /** The sum as it stands in JSON. */
  public Map<String, Object> toTree() {
    return Map.of("amount", amount, "currency", currency.getCurrencyCode());
  }
}
