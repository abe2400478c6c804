package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.InvalidInput;

/** Which passwords may be chosen: length counts, and rarity, but no rules of composition. */
public final class PasswordPolicy {
  private final CommonPasswords commonPasswords;

  public PasswordPolicy(CommonPasswords commonPasswords) {
    this.commonPasswords = commonPasswords;
  }

  /**
   * Checks a newly chosen password.
   *
   * @throws InvalidInput naming the field {@code password} when it may not be chosen
   */
  public void check(RawPassword password) {
    if (!password.hasAllowedLength()) {
      throw InvalidInput.of(
          "password",
          "must have " + RawPassword.MIN_LENGTH + " to " + RawPassword.MAX_LENGTH + " characters");
    }
    if (commonPasswords.contains(password)) {
      throw InvalidInput.of(
          "password", "is among the passwords that everybody tries first; choose a rarer one");
    }
  }
}
