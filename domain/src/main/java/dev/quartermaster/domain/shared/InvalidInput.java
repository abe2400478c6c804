package dev.quartermaster.domain.shared;

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

  private static String summary(List<FieldError> errors) {
    return errors.size() == 1
        ? errors.getFirst().field() + ": " + errors.getFirst().message()
        : errors.size() + " fields need mending.";
  }
}
