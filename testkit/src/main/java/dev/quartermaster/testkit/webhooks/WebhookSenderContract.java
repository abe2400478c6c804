package dev.quartermaster.testkit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Message;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link WebhookSender} promises. */
public abstract class WebhookSenderContract {
  private static final SequentialIdentifiers IDENTIFIERS = new SequentialIdentifiers();
  private static final List<SigningSecret> SECRETS =
      List.of(Subscriptions.secret("the new one"), Subscriptions.secret("the old one"));

  private final Message message = Subscriptions.message(IDENTIFIERS, "Größe “L”");

  /** In whole seconds, as signatures have it. */
  private final Instant now = Instant.ofEpochSecond(System.currentTimeMillis() / 1_000);

  /** The port under test. */
  protected abstract WebhookSender sender();

  /** A receiver that answers with that status. */
  protected abstract WebhookUrl receiverThatAnswers(int status);

  /** An address that may be connected to, where nobody listens. */
  protected abstract WebhookUrl nobody();

  /** The message that has arrived at the receiver, as far as it can tell. */
  protected abstract Arrived arrivedAt(WebhookUrl receiver);

  /** Whether what has arrived is signed by that secret. */
  protected abstract boolean isSignedBy(WebhookUrl receiver, SigningSecret secret);

  @Test
  void aMessageArrivesAsItIs() {
    WebhookUrl receiver = receiverThatAnswers(200);

    assertThat(sender().send(receiver, message, SECRETS, now).isSuccess()).isTrue();

    assertThat(arrivedAt(receiver))
        .isEqualTo(new Arrived(message.eventId().toString(), now, message.body()));
  }

  @Test
  void aMessageIsSignedByEachSecret() {
    WebhookUrl receiver = receiverThatAnswers(200);

    var _ = sender().send(receiver, message, SECRETS, now);

    assertThat(SECRETS).allMatch(secret -> isSignedBy(receiver, secret));
    assertThat(isSignedBy(receiver, Subscriptions.secret("another"))).isFalse();
  }

  @Test
  void whatTheReceiverAnswersIsTold() {
    for (int status : List.of(204, 302, 410, 500)) {
      assertThat(sender().send(receiverThatAnswers(status), message, SECRETS, now))
          .isInstanceOfSatisfying(
              Answer.Received.class, answer -> assertThat(answer.status()).isEqualTo(status));
    }
  }

  @Test
  void whereNobodyListensNothingIsAnswered() {
    assertThat(sender().send(nobody(), message, SECRETS, now))
        .isInstanceOfSatisfying(
            Answer.Failed.class, answer -> assertThat(answer.reason()).isNotBlank());
  }

  @Test
  void toPrivateAddressesThereIsAnObjection() {
    assertThat(sender().objectionTo(WebhookUrl.of("https://10.0.0.1/hooks"))).isPresent();
    assertThat(sender().objectionTo(WebhookUrl.of("https://shop.example/hooks"))).isEmpty();
  }

  /**
   * What a receiver gets.
   *
   * @param id the id of the message
   * @param at the time that is signed
   * @param body the text that is signed
   */
  public record Arrived(String id, Instant at, String body) {}
}
