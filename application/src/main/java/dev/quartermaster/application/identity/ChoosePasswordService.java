package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.CommonPasswords;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.PasswordPolicy;

@UseCase
final class ChoosePasswordService implements ChoosePassword {
  private final PasswordPolicy passwordPolicy;
  private final PasswordHasher hasher;

  ChoosePasswordService(CommonPasswords commonPasswords, PasswordHasher hasher) {
    this.passwordPolicy = new PasswordPolicy(commonPasswords);
    this.hasher = hasher;
  }

  @Override
  public PasswordHash choose(Command command) {
    passwordPolicy.check(command.password());
    return hasher.hash(command.password());
  }
}
