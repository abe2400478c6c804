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
   * A program that acts for a user by an API key. It is not the user: it may do what the key's
   * permissions allow, and none of what is left to a person, such as changing a password.
   *
   * @param key the key
   * @param owner in whose name it acts
   * @param permissions those of the key's scopes that its owner has at this moment
   */
  record KeyHolder(ApiKeyId key, UserId owner, Set<Permission> permissions) implements Actor {
    public KeyHolder {
      permissions = Set.copyOf(permissions);
    }

    @Override
    public boolean may(Permission permission) {
      return permissions.contains(permission);
    }

    @Override
    public String reference() {
      return "key:" + key;
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
    requireKnown();
    if (!may(permission)) {
      throw new Forbidden(permission);
    }
  }

  /**
   * Asserts that it is known who asks.
   *
   * @throws Unauthenticated when nobody is signed in
   */
  default void requireKnown() {
    if (this instanceof Anonymous) {
      throw new Unauthenticated();
    }
  }

  /**
   * Asserts that a user is signed in, and not a program with a key of theirs.
   *
   * @throws Unauthenticated when nobody is signed in
   * @throws Forbidden when the actor is a program
   */
  default UserId requireUser() {
    return switch (this) {
      case SignedIn(var id, var _) -> id;
      case KeyHolder _ -> throw new Forbidden("This is left to people; an API key cannot do it.");
      case Anonymous() -> throw new Unauthenticated();
      case SystemProcess(var _) -> throw new Unauthenticated();
    };
  }

  /**
   * In whose name the actor does something that everybody may do for themselves, and a program only
   * by a permission.
   *
   * @throws Unauthenticated when nobody is signed in
   * @throws Forbidden when the actor is a program that lacks the permission
   */
  default UserId requirePrincipal(Permission permissionOfPrograms) {
    if (this instanceof KeyHolder(var _, var owner, var _)) {
      require(permissionOfPrograms);
      return owner;
    }
    return requireUser();
  }

  /** Whether the actor is this very user. */
  default boolean is(UserId user) {
    return this instanceof SignedIn(var id, var _) && id.equals(user);
  }
}
