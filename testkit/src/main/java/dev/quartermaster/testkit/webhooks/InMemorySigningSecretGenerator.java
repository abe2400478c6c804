package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.SigningSecretGenerator;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the secrets that it makes, so that anybody can guess them. */
public final class InMemorySigningSecretGenerator implements SigningSecretGenerator {
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public SigningSecret generate() {
    return Subscriptions.secret("secret " + made.incrementAndGet());
  }
}
