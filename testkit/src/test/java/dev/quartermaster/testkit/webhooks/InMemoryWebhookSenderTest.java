package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import java.util.Optional;

class InMemoryWebhookSenderTest extends WebhookSenderContract {
  private final InMemoryWebhookSender port = new InMemoryWebhookSender();

  @Override
  protected WebhookSender sender() {
    return port;
  }

  @Override
  protected WebhookUrl receiverThatAnswers(int status) {
    WebhookUrl url = WebhookUrl.of("https://shop.example/" + status);
    port.answer(url, new Answer.Received(status, Optional.empty()));
    return url;
  }

  @Override
  protected WebhookUrl nobody() {
    return WebhookUrl.of("https://nobody.example");
  }

  @Override
  protected Arrived arrivedAt(WebhookUrl receiver) {
    InMemoryWebhookSender.Sent sent = lastTo(receiver);
    return new Arrived(sent.message().eventId().toString(), sent.at(), sent.message().body());
  }

  @Override
  protected boolean isSignedBy(WebhookUrl receiver, SigningSecret secret) {
    return lastTo(receiver).secrets().contains(secret);
  }

  private InMemoryWebhookSender.Sent lastTo(WebhookUrl receiver) {
    return port.sent().stream()
        .filter(sent -> sent.url().equals(receiver))
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
