package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The user has as many usable API keys as one may have. */
public final class TooManyApiKeys extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "too-many-api-keys";

  public TooManyApiKeys() {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "You have "
            + ApiKey.MAX_USABLE
            + " API keys, which is as many as one may have; revoke one that is not needed.");
  }
}
