package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Message;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sends nothing, and has each receiver answer as it is told. */
public final class InMemoryWebhookSender implements WebhookSender {
  private final Map<WebhookUrl, Answer> answers = new ConcurrentHashMap<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  @Override
  public Optional<String> objectionTo(WebhookUrl url) {
    return url.value().getHost().equals("10.0.0.1")
        ? Optional.of("must not lead to a private address")
        : Optional.empty();
  }

  @Override
  public Answer send(WebhookUrl url, Message message, List<SigningSecret> secrets, Instant at) {
    sent.add(new Sent(url, message, secrets, at));
    return answers.getOrDefault(url, new Answer.Failed("nobody listens at " + url));
  }

  /** Has the receiver answer so from now on. */
  public void answer(WebhookUrl url, Answer answer) {
    answers.put(url, answer);
  }

  /** What was sent, in that order. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  /**
   * A message that was sent.
   *
   * @param url where it went
   * @param message what it was
   * @param secrets by which it was signed
   * @param at the time that was signed
   */
  public record Sent(WebhookUrl url, Message message, List<SigningSecret> secrets, Instant at) {
    public Sent {
      secrets = List.copyOf(secrets);
    }
  }
}
