package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.RandomTokens;
import dev.quartermaster.testkit.identity.RandomTokensContract;

/** {@link RandomTokensContract} on the system's source of randomness. */
class SecureRandomTokensTest extends RandomTokensContract {
  private final SecureRandomTokens tokens = new SecureRandomTokens();

  @Override
  protected RandomTokens tokens() {
    return tokens;
  }
}
