package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import java.util.Optional;

/**
 * Who may see and revoke whose API keys: people their own, {@code keys:write} everybody's. So a
 * user who has lost the permission to make keys can still end those that are left, and whoever
 * finds a key in the open can have any administrator end it.
 */
final class ApiKeyAccess {
  private ApiKeyAccess() {}

  /**
   * The key, if the actor may know of it.
   *
   * @throws NotFound when there is none that the actor may know of
   */
  static ApiKey visible(Optional<ApiKey> key, Actor actor, ApiKeyId id) {
    return key.filter(found -> actor.is(found.ownerId()) || actor.may(Permission.KEYS_WRITE))
        .orElseThrow(() -> new NotFound("API key", id));
  }
}
