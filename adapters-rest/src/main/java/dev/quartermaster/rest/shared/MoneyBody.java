package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money as clients write and read it.
 *
 * @param amount in the minor unit of the currency
 * @param currency the ISO 4217 code
 */
@Schema(name = "Money", description = "An amount of money in the minor unit of its currency")
public record MoneyBody(
    @Schema(description = "Minor units: 1999 EUR is 19.99 euros", examples = "1999")
        @NotNull(message = "must be given") @Min(value = 0, message = "must not be negative") @Max(value = Money.MAX_PRICE, message = "must be at most {value}") Long amount,
    @Schema(
            description = "ISO 4217 code",
            minLength = 3,
            maxLength = 3,
            pattern = "^[A-Z]{3}$",
            examples = "EUR")
        @NotNull(message = "must be given") @CurrencyCode
        String currency) {

  /** The body that shows the money. */
  public static MoneyBody of(Money money) {
    return new MoneyBody(money.amount(), money.currency().getCurrencyCode());
  }

  /** The money that a valid body holds. */
  public Money toMoney() {
    return new Money(amount, Currency.getInstance(currency));
  }
}
