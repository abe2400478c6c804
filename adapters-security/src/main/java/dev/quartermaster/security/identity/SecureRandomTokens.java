package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.RandomTokens;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens from the system's source of randomness, in base64url. */
@Singleton
final class SecureRandomTokens implements RandomTokens {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public OneTimeToken next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
