package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.RawApiKey;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Issues an API key, by which a program can act for the actor. */
public interface CreateApiKey {
  /**
   * Issues a key with some of the actor's permissions. This is left to people, so that a key that
   * got into wrong hands cannot be given successors that outlive it.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code keys:write}, for a program, or
   *     when a scope is a permission that the actor lacks
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the fields that break a rule
   * @throws dev.quartermaster.domain.identity.TooManyApiKeys when the actor has too many usable
   *     keys
   */
  Result create(Command command);

  /**
   * @param actor who asks, and whose key it will be
   * @param name what the key is for
   * @param scopes what the program may do at the most
   * @param expiresAt when the key shall end; empty for {@link ApiKey#DEFAULT_LIFETIME} from now
   */
  record Command(Actor actor, String name, Set<Permission> scopes, Optional<Instant> expiresAt) {
    public Command {
      scopes = Set.copyOf(scopes);
    }
  }

  /**
   * @param apiKey the new key
   * @param secret its text, which is nowhere kept
   */
  record Result(ApiKey apiKey, RawApiKey secret) {}
}
