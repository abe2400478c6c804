package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.RefreshTokens;

class InMemoryRefreshTokensTest extends RefreshTokensContract {
  private final InMemoryRefreshTokens port = new InMemoryRefreshTokens();

  @Override
  protected RefreshTokens refreshTokens() {
    return port;
  }
}
