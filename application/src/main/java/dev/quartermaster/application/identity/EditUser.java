package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/** Changes the name, the address or the language of an account. */
public interface EditUser {

  /**
   * Changes the actor's own account, or with {@code users:write} another's that has no more
   * permissions than the actor. Another address is unverified until its owner uses the token that
   * is mailed there.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may change
   * @throws dev.quartermaster.domain.shared.Forbidden when the account has more permissions
   * @throws dev.quartermaster.domain.shared.StaleVersion when the account has changed since
   * @throws dev.quartermaster.domain.identity.EmailTaken when a living account has the address
   * @throws dev.quartermaster.domain.shared.RateLimited when the actor changes addresses too often
   */
  User edit(Command command);

  /**
   * @param actor who asks
   * @param userId whose account
   * @param expected the version that the actor has read
   * @param name the new name; empty to leave it
   * @param email the new address, as typed; empty to leave it
   * @param language the new language; empty to leave it
   */
  record Command(
      Actor actor,
      UserId userId,
      ExpectedVersion expected,
      Optional<String> name,
      Optional<String> email,
      Optional<Language> language) {}
}
