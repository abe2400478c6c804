package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the world learns of accounts: neither names nor addresses, which a log that outlives the
 * account must not hold. Whoever may read the account asks for them.
 */
public final class UserEvents {
  private static final int SCHEMA_VERSION = 1;

  private UserEvents() {}

  /** The account was opened. */
  public static DomainEvent created(User user, Actor actor) {
    return event("user.created", user, user.version(), actor, user.updatedAt());
  }

  /** The account was changed, to what it is now. */
  public static DomainEvent updated(User user, Actor actor) {
    return event("user.updated", user, user.version(), actor, user.updatedAt());
  }

  /** The account, as it was at last, was deleted. */
  public static DomainEvent deleted(User user, Actor actor, Instant at) {
    return event("user.deleted", user, user.version() + 1, actor, at);
  }

  private static DomainEvent event(String type, User user, long sequence, Actor actor, Instant at) {
    return new DomainEvent(
        type,
        SCHEMA_VERSION,
        "user",
        user.id().toString(),
        sequence,
        Optional.of(user.id()),
        actor,
        at,
        Optional.empty(),
        Map.of(
            "id", user.id().toString(),
            "roles", user.roles().stream().map(Role::code).sorted().toList(),
            "emailVerified", user.emailVerified(),
            "createdAt", user.createdAt().toString(),
            "updatedAt", user.updatedAt().toString()));
  }
}
