package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.BrowserTokens;

class InMemoryBrowserTokensTest extends BrowserTokensContract {
  private final InMemoryBrowserTokens port = new InMemoryBrowserTokens();

  @Override
  protected BrowserTokens browserTokens() {
    return port;
  }
}
