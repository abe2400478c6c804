package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.WebhookUrl;

/** Tells at once of an address to which nothing would ever be sent. */
final class ReceiverCheck {
  private ReceiverCheck() {}

  /**
   * Checks the address, as far as it shows without asking a name server.
   *
   * @throws InvalidInput naming the field {@code url} when nothing would be sent there
   */
  static void check(WebhookSender sender, WebhookUrl url) {
    sender
        .objectionTo(url)
        .ifPresent(
            objection -> {
              throw InvalidInput.of("url", objection);
            });
  }
}
