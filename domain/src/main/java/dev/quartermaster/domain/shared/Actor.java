package dev.quartermaster.domain.shared;

import java.util.Set;

/** Who asks. Every command and query that is not open to all carries one. */
public sealed interface Actor {

  /** Somebody who has not signed in. */
  record Anonymous() implements Actor {
    @Override
    public boolean may(Permission permission) {
      return false;
    }

    @Override
    public String reference() {
      return "anonymous";
    }
  }

  /**
   * A signed-in user.
   *
   * @param id the user
   * @param permissions what the user's roles allow at this moment
   */
  record SignedIn(UserId id, Set<Permission> permissions) implements Actor {
    public SignedIn {
      permissions = Set.copyOf(permissions);
    }

    @Override
    public boolean may(Permission permission) {
      return permissions.contains(permission);
    }

    @Override
    public String reference() {
      return "user:" + id;
    }
  }

  /**
   * A process of the application itself, such as the expiry of unpaid orders.
   *
   * @param name what it is called in histories
   */
  record SystemProcess(String name) implements Actor {
    @Override
    public boolean may(Permission permission) {
      return true;
    }

    @Override
    public String reference() {
      return "system:" + name;
    }
  }

  /** Whether the actor holds the permission. */
  boolean may(Permission permission);

  /** How histories and ledgers name the actor, such as {@code user:0198…}. */
  String reference();

  /**
   * Asserts a permission.
   *
   * @throws Unauthenticated when nobody is signed in
   * @throws Forbidden when the actor lacks the permission
   */
  default void require(Permission permission) {
    if (this instanceof Anonymous) {
      throw new Unauthenticated();
    }
    if (!may(permission)) {
      throw new Forbidden(permission);
    }
  }

  /**
   * Asserts that a user is signed in.
   *
   * @throws Unauthenticated when the actor is not a user
   */
  default UserId requireUser() {
    return switch (this) {
      case SignedIn(var id, var _) -> id;
      case Anonymous() -> throw new Unauthenticated();
      case SystemProcess(var _) -> throw new Unauthenticated();
    };
  }

  /** Whether the actor is this very user. */
  default boolean is(UserId user) {
    return this instanceof SignedIn(var id, var _) && id.equals(user);
  }
}
