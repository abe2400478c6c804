package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** Nothing is sent to a webhook that is disabled. */
public final class WebhookNotEnabled extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "webhook-not-enabled";

  public WebhookNotEnabled() {
    super(ErrorKind.CONFLICT, CODE, "The webhook is disabled; enable it first.");
  }
}
