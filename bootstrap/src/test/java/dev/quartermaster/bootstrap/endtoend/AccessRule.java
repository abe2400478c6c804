package dev.quartermaster.bootstrap.endtoend;

import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.shared.Permission;
import java.util.Optional;

/**
 * Who may do an operation.
 *
 * @param kind the sort of rule
 * @param permission what the rule asks of those whom it does not let in anyway
 */
record AccessRule(Kind kind, Optional<Permission> permission) {

  /** Anyone, whatever proof of identity they send: it is not even looked at. */
  static AccessRule open() {
    return new AccessRule(Kind.OPEN, Optional.empty());
  }

  /**
   * Anyone; but a key which is sent has to hold, for it is looked at to count whose request it is.
   * Sessions are not looked up for that.
   */
  static AccessRule openButCounted() {
    return new AccessRule(Kind.OPEN_BUT_COUNTED, Optional.empty());
  }

  /** Anyone; but some are shown more, so that a proof which is sent has to hold. */
  static AccessRule openToLookers() {
    return new AccessRule(Kind.OPEN_TO_LOOKERS, Optional.empty());
  }

  /** Every signed-in person; no key. */
  static AccessRule people() {
    return new AccessRule(Kind.PEOPLE, Optional.empty());
  }

  /** Every signed-in person, and keys with the permission. */
  static AccessRule peopleAndKeysWith(Permission permission) {
    return new AccessRule(Kind.PEOPLE_AND_KEYS, Optional.of(permission));
  }

  /** Whose it is, and people and keys with the permission; to others it does not exist. */
  static AccessRule ownerOr(Permission permission) {
    return new AccessRule(Kind.OWNER, Optional.of(permission));
  }

  /** Whose it is, and people with the permission; no key. */
  static AccessRule ownerOrPeopleWith(Permission permission) {
    return new AccessRule(Kind.OWNER_IN_PERSON, Optional.of(permission));
  }

  /** Whose it is, and nobody else. */
  static AccessRule ownerAlone() {
    return new AccessRule(Kind.OWNER_IN_PERSON, Optional.empty());
  }

  /** People and keys with the permission. */
  static AccessRule with(Permission permission) {
    return new AccessRule(Kind.PERMISSION, Optional.of(permission));
  }

  /** People with the permission; no key. */
  static AccessRule peopleWith(Permission permission) {
    return new AccessRule(Kind.PERMISSION_IN_PERSON, Optional.of(permission));
  }

  /** Whether the operation can be done without any proof of identity. */
  boolean isOpen() {
    return switch (kind) {
      case OPEN, OPEN_BUT_COUNTED, OPEN_TO_LOOKERS -> true;
      case PEOPLE, PEOPLE_AND_KEYS, OWNER, OWNER_IN_PERSON, PERMISSION, PERMISSION_IN_PERSON ->
          false;
    };
  }

  /** Whether some key may do the operation. */
  boolean admitsKeys() {
    return switch (kind) {
      case OPEN, OPEN_BUT_COUNTED, OPEN_TO_LOOKERS, PEOPLE_AND_KEYS, OWNER, PERMISSION -> true;
      case PEOPLE, OWNER_IN_PERSON, PERMISSION_IN_PERSON -> false;
    };
  }

  /** What somebody meets who asks for a thing of the customer's. */
  Verdict of(Asker asker) {
    return switch (asker) {
      case NOBODY -> isOpen() ? Verdict.ALLOWED : Verdict.SIGN_IN;
      case EXPIRED_KEY, REVOKED_KEY -> kind == Kind.OPEN ? Verdict.ALLOWED : Verdict.SIGN_IN;
      case EXPIRED_SESSION ->
          kind == Kind.OPEN || kind == Kind.OPEN_BUT_COUNTED ? Verdict.ALLOWED : Verdict.SIGN_IN;
      case KEY_WITH_SCOPE -> admitsKeys() ? Verdict.ALLOWED : Verdict.FORBIDDEN;
      case KEY_WITHOUT_SCOPE -> isOpen() ? Verdict.ALLOWED : Verdict.FORBIDDEN;
      case CUSTOMER -> ofPerson(true, Role.CUSTOMER);
      case OTHER_CUSTOMER -> ofPerson(false, Role.CUSTOMER);
      case STAFF -> ofPerson(false, Role.STAFF);
      case ADMIN -> ofPerson(false, Role.ADMIN);
    };
  }

  private Verdict ofPerson(boolean isOwner, Role role) {
    boolean isPermitted = permission.filter(role.permissions()::contains).isPresent();
    return switch (kind) {
      case OPEN, OPEN_BUT_COUNTED, OPEN_TO_LOOKERS, PEOPLE, PEOPLE_AND_KEYS -> Verdict.ALLOWED;
      case OWNER, OWNER_IN_PERSON -> isOwner || isPermitted ? Verdict.ALLOWED : Verdict.HIDDEN;
      case PERMISSION, PERMISSION_IN_PERSON -> isPermitted ? Verdict.ALLOWED : Verdict.FORBIDDEN;
    };
  }

  /** The sorts of rules. */
  enum Kind {
    OPEN,
    OPEN_BUT_COUNTED,
    OPEN_TO_LOOKERS,
    PEOPLE,
    PEOPLE_AND_KEYS,
    OWNER,
    OWNER_IN_PERSON,
    PERMISSION,
    PERMISSION_IN_PERSON
  }

  /** What somebody meets. */
  enum Verdict {
    /** The operation's answer. */
    ALLOWED,
    SIGN_IN,
    FORBIDDEN,
    /** As if there were no such thing. */
    HIDDEN
  }
}
