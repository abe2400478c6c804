package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;

/**
 * An amount of money.
 *
 * @param amount in the currency's minor unit
 * @param currency the ISO 4217 code
 */
record Money(long amount, String currency) {
  Money {
    requireNonNull(currency, "currency is missing");
  }
}
