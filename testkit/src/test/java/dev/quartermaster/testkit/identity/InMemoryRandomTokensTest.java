package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.RandomTokens;

/** {@link RandomTokensContract} in memory. */
class InMemoryRandomTokensTest extends RandomTokensContract {
  @Override
  protected RandomTokens tokens() {
    return new InMemoryRandomTokens();
  }
}
