package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.CommonPasswords;
import dev.quartermaster.testkit.identity.CommonPasswordsContract;

final class ZxcvbnPasswordsTest extends CommonPasswordsContract {
  private final CommonPasswords passwords = new ZxcvbnPasswords();

  @Override
  protected CommonPasswords commonPasswords() {
    return passwords;
  }
}
