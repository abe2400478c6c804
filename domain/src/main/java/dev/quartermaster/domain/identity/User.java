package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person with an account.
 *
 * @param id never changes
 * @param name how the person is called, 1 to {@value #MAX_NAME_LENGTH} characters
 * @param email unique among the living accounts
 * @param roles never empty
 * @param emailVerified whether the person has shown that the address is theirs
 * @param language in which language the person is written to
 * @param createdAt when the person signed up
 * @param updatedAt when the account last changed
 * @param version counts the changes, from 1
 */
public record User(
    UserId id,
    String name,
    EmailAddress email,
    Set<Role> roles,
    boolean emailVerified,
    Language language,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public static final int MAX_NAME_LENGTH = 200;

  public User {
    name = name.strip();
    checkName(name);
    if (roles.isEmpty()) {
      throw InvalidInput.of("roles", "must name at least one role");
    }
    roles = Set.copyOf(roles);
  }

  /**
   * Checks what a person wants to be called.
   *
   * @throws InvalidInput naming the field {@code name} when an account cannot have it
   */
  public static void checkName(String name) {
    int length = name.strip().length();
    if (length == 0 || length > MAX_NAME_LENGTH) {
      throw InvalidInput.of("name", "must have 1 to " + MAX_NAME_LENGTH + " characters");
    }
  }

  /** A new account of somebody who is written to in English. */
  public static User signUp(
      UserId id, String name, EmailAddress email, Set<Role> roles, Instant at) {
    return signUp(id, name, email, Language.ENGLISH, roles, at);
  }

  /** A new account. */
  public static User signUp(
      UserId id, String name, EmailAddress email, Language language, Set<Role> roles, Instant at) {
    return new User(id, name, email, roles, false, language, at, at, 1);
  }

  /** The account under another name and address; a new address is not verified yet. */
  public User edited(String newName, EmailAddress newEmail, Language newLanguage, Instant at) {
    boolean stillVerified = emailVerified && newEmail.equals(email);
    return new User(
        id, newName, newEmail, roles, stillVerified, newLanguage, createdAt, at, version + 1);
  }

  /** The account after the person has shown that the address is theirs. */
  public User withVerifiedEmail(Instant at) {
    return new User(id, name, email, roles, true, language, createdAt, at, version + 1);
  }

  /** The account with other roles. */
  public User withRoles(Set<Role> newRoles, Instant at) {
    return new User(id, name, email, newRoles, emailVerified, language, createdAt, at, version + 1);
  }

  /** What the account's roles allow. */
  public Set<Permission> permissions() {
    return Role.permissionsOf(roles);
  }

  /** What the audit trail tells of the account. */
  public Map<String, String> auditable() {
    return Map.of(
        "name", name,
        "email", email.value(),
        "emailVerified", Boolean.toString(emailVerified),
        "language", language.code(),
        "roles", roles.stream().map(Role::code).sorted().collect(Collectors.joining(",")));
  }

  /**
   * What a log-in is checked against.
   *
   * @param user whose it is
   * @param password the hash of the user's password
   */
  public record Credential(User user, PasswordHash password) {}
}
