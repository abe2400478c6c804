package dev.quartermaster.bootstrap.endtoend;

/** Who asks on the {@link AccessWalkTest}. The things asked for are the customer's. */
enum Asker {
  NOBODY,
  CUSTOMER,
  OTHER_CUSTOMER,
  STAFF,
  ADMIN,
  /** A key of an administrator's with the permission that the operation's rule names, or any. */
  KEY_WITH_SCOPE,
  /** A key of an administrator's with all permissions but that one. */
  KEY_WITHOUT_SCOPE,
  EXPIRED_KEY,
  REVOKED_KEY,
  EXPIRED_SESSION
}
