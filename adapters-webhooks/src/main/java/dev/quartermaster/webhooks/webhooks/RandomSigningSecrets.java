package dev.quartermaster.webhooks.webhooks;

import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.SigningSecretGenerator;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Secrets of 256 random bits, as many as the signature has. */
@Singleton
final class RandomSigningSecrets implements SigningSecretGenerator {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public SigningSecret generate() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return SigningSecret.of(bytes);
  }
}
