package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What claims to come from the payment gateway was not signed by it, or too long ago. */
public final class InvalidSignature extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "invalid-signature";

  /**
   * @param cause what is wrong with it, for the log only
   */
  public InvalidSignature(@Nullable Throwable cause) {
    super(
        ErrorKind.INVALID_INPUT,
        CODE,
        "The event does not bear a signature of the payment gateway from the last five minutes.",
        List.of(),
        cause);
  }
}
