package dev.quartermaster.webhooks.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.quartermaster.domain.webhooks.Message;
import dev.quartermaster.domain.webhooks.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Signs messages as Standard Webhooks has it. */
final class MessageSignature {
  static final String ID = Webhook.UNBRANDED_MSG_ID_KEY;
  static final String TIMESTAMP = Webhook.UNBRANDED_MSG_TIMESTAMP_KEY;
  static final String SIGNATURE = Webhook.UNBRANDED_MSG_SIGNATURE_KEY;

  private MessageSignature() {}

  /** A signature by each of the secrets, of which a receiver needs but one. */
  static String of(Message message, Instant at, List<SigningSecret> secrets) {
    return secrets.stream()
        .map(secret -> signature(message, at, secret))
        .collect(Collectors.joining(" "));
  }

  private static String signature(Message message, Instant at, SigningSecret secret) {
    try {
      return new Webhook(secret.value())
          .sign(message.eventId().toString(), at.getEpochSecond(), message.body());
    } catch (WebhookSigningException lacksAlgorithm) {
      throw new IllegalStateException("every JDK has HmacSHA256", lacksAlgorithm);
    }
  }
}
