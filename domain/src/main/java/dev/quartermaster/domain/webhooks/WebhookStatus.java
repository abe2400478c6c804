package dev.quartermaster.domain.webhooks;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a webhook is in use. */
public enum WebhookStatus {
  /** Events are sent to it. */
  ENABLED,
  /** Nothing is sent: what happens meanwhile is not queued, and what was queued waits. */
  DISABLED;

  /** The name that clients know, such as {@code enabled}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that code, if there is one. */
  public static Optional<WebhookStatus> ofCode(String code) {
    return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
  }
}
