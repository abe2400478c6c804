package dev.quartermaster.domain.shared;

import java.util.ArrayList;
import java.util.List;

/** One or more input fields break a rule; all of them are named at once. */
public final class InvalidInput extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "validation-failed";

  public InvalidInput(List<FieldError> errors) {
    super(ErrorKind.INVALID_INPUT, CODE, summary(errors), errors);
  }

  /** A single field at fault. */
  public static InvalidInput of(String field, String message) {
    return new InvalidInput(List.of(new FieldError(field, message)));
  }

  /**
   * Runs all checks, so that what each of them finds is named at once.
   *
   * @throws InvalidInput with the fields at fault of every check that threw one
   */
  public static void collect(Runnable... checks) {
    List<FieldError> errors = new ArrayList<>();
    for (Runnable check : checks) {
      try {
        check.run();
      } catch (InvalidInput found) {
        errors.addAll(found.fieldErrors());
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private static String summary(List<FieldError> errors) {
    return errors.size() == 1
        ? errors.getFirst().field() + ": " + errors.getFirst().message()
        : errors.size() + " fields need mending.";
  }
}
