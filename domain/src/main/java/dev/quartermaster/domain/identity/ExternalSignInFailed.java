package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sign-in at a provider came to nothing and has to be started again. */
public final class ExternalSignInFailed extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "oidc-sign-in-failed";

  public ExternalSignInFailed(String reason) {
    this(reason, null);
  }

  /**
   * @param reason what went wrong, as a sentence
   * @param cause the technical cause, for the log only
   */
  public ExternalSignInFailed(String reason, @Nullable Throwable cause) {
    super(ErrorKind.INVALID_INPUT, CODE, reason + " Start the sign-in again.", List.of(), cause);
  }
}
