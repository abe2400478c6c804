package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The user has as many webhooks as one may have. */
public final class TooManyWebhooks extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "too-many-webhooks";

  public TooManyWebhooks() {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "You have "
            + Webhook.MAX_PER_OWNER
            + " webhooks, which is as many as one may have; delete one that is not needed.");
  }
}
