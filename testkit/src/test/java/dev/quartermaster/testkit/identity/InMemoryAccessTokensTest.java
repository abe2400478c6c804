package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.AccessTokens;

class InMemoryAccessTokensTest extends AccessTokensContract {
  private final InMemoryAccessTokens port = new InMemoryAccessTokens();

  @Override
  protected AccessTokens accessTokens() {
    return port;
  }
}
