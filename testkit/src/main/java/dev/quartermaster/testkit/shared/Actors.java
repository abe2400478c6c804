package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Actors to test with. */
public final class Actors {
  private Actors() {}

  /** Somebody who has not signed in. */
  public static Actor anonymous() {
    return new Actor.Anonymous();
  }

  /** A signed-in user with those permissions only. */
  public static Actor.SignedIn with(Permission... permissions) {
    return new Actor.SignedIn(new UserId(UUID.randomUUID()), Set.of(permissions));
  }

  /** A signed-in user with all permissions but that one. */
  public static Actor.SignedIn without(Permission permission) {
    return new Actor.SignedIn(
        new UserId(UUID.randomUUID()), EnumSet.complementOf(EnumSet.of(permission)));
  }

  /** That user, signed in, with those permissions only. */
  public static Actor.SignedIn user(UserId id, Permission... permissions) {
    return new Actor.SignedIn(id, Set.of(permissions));
  }
}
