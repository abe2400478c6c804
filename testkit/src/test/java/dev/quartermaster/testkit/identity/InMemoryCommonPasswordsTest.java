package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.CommonPasswords;

class InMemoryCommonPasswordsTest extends CommonPasswordsContract {
  private final InMemoryCommonPasswords port = new InMemoryCommonPasswords();

  @Override
  protected CommonPasswords commonPasswords() {
    return port;
  }
}
