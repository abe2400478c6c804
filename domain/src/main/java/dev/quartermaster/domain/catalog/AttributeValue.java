package dev.quartermaster.domain.catalog;

import java.math.BigDecimal;

/** The value of a product's attribute: a text, a number or a truth value. */
public sealed interface AttributeValue {

  /** The value as people write it. */
  default String asText() {
    return switch (this) {
      case Text(var text) -> text;
      case Numeric(var number) -> number.toPlainString();
      case Flag(var holds) -> Boolean.toString(holds);
    };
  }

  /**
   * A text such as {@code "red"}.
   *
   * @param value the text
   */
  record Text(String value) implements AttributeValue {}

  /**
   * A number such as {@code 12.5}.
   *
   * @param value the number
   */
  record Numeric(BigDecimal value) implements AttributeValue {}

  /**
   * A truth value.
   *
   * @param value whether it holds
   */
  record Flag(boolean value) implements AttributeValue {}
}
