package dev.quartermaster.domain.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sends messages to receivers. Safe for use by many threads at once. */
public interface WebhookSender {

  /**
   * Why nothing is ever sent to that address, as far as it shows without asking a name server;
   * empty when something may be.
   */
  Optional<String> objectionTo(WebhookUrl url);

  /**
   * Sends a message, signed by each of the secrets, in a bounded time and without following
   * redirects. It only connects to addresses that are open to all, or that are allowed. No
   * transaction should be open meanwhile.
   *
   * @param at the time that is signed
   */
  Answer send(WebhookUrl url, Message message, List<SigningSecret> secrets, Instant at);
}
