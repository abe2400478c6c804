package dev.quartermaster.domain.catalog;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import java.util.List;
import java.util.function.Supplier;

/** A line of a file of products. */
public sealed interface ImportLine {

  /**
   * The line of that number, accepted if a product may be as it says.
   *
   * @param details what the line says; may throw {@link InvalidInput} where it says nothing sound
   */
  static ImportLine of(long number, Supplier<Product.Details> details) {
    try {
      Product.Details said = details.get();
      said.check();
      return new Accepted(number, said);
    } catch (InvalidInput broken) {
      return new Rejected(number, broken.fieldErrors());
    }
  }

  /** Its number, from 1. */
  long number();

  /** About how many characters it has. */
  long size();

  /**
   * A line that tells what a product shall be.
   *
   * @param number its number, from 1
   * @param details what the product shall be
   */
  record Accepted(long number, Product.Details details) implements ImportLine {
    @Override
    public long size() {
      return details.name().length()
          + details.description().length()
          + details.attributes().entrySet().stream()
              .mapToLong(entry -> entry.getKey().length() + entry.getValue().asText().length())
              .sum();
    }
  }

  /**
   * A line that breaks a rule.
   *
   * @param number its number, from 1
   * @param errors what is wrong with it
   */
  record Rejected(long number, List<FieldError> errors) implements ImportLine {
    public Rejected {
      errors = List.copyOf(errors);
    }

    @Override
    public long size() {
      return errors.stream()
          .mapToLong(error -> error.field().length() + error.message().length())
          .sum();
    }
  }
}
