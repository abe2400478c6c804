package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A key by which a program acts for a user. It is issued with scopes and an end, used until that
 * end or until it is revoked, and stays on record after that.
 *
 * @param id never changes
 * @param ownerId in whose name the program acts
 * @param name what the key is for, 1 to {@value #MAX_NAME_LENGTH} characters
 * @param prefix the beginning of the key, by which it is recognized; no secret
 * @param scopes what the program may do at the most; never empty
 * @param createdAt when it was issued
 * @param expiresAt from when on it cannot be used any more
 * @param lastUsedAt when it was last used, to {@link #USE_NOTED_EVERY}; empty if it never was
 * @param revokedAt when it was revoked, if it was
 * @param version counts the changes, from 1; a use is none
 */
public record ApiKey(
    ApiKeyId id,
    UserId ownerId,
    String name,
    String prefix,
    Set<Permission> scopes,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt,
    long version) {
  public static final int MAX_NAME_LENGTH = 100;

  /** The longest that a key can be good for. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(365);

  /** How long a key is good for when nothing else is said. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(90);

  /** How many usable keys a user can have at a time. */
  public static final int MAX_USABLE = 50;

  /** How often a use is worth a note. */
  public static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  public ApiKey {
    name = name.strip();
    checkName(name);
    checkScopes(scopes);
    scopes = Set.copyOf(scopes);
  }

  /**
   * A new key.
   *
   * @param expiresAt when it shall end; empty for {@link #DEFAULT_LIFETIME} from now
   * @throws InvalidInput naming every field at fault
   */
  public static ApiKey issue(
      ApiKeyId id,
      UserId ownerId,
      String name,
      String prefix,
      Set<Permission> scopes,
      Optional<Instant> expiresAt,
      Instant at) {
    InvalidInput.collect(
        () -> checkName(name), () -> checkScopes(scopes), () -> checkExpiry(expiresAt, at));
    Instant end = expiresAt.orElse(at.plus(DEFAULT_LIFETIME)).truncatedTo(ChronoUnit.MICROS);
    return new ApiKey(
        id, ownerId, name, prefix, scopes, at, end, Optional.empty(), Optional.empty(), 1);
  }

  /** The key, revoked. Revoking it twice changes nothing. */
  public ApiKey revoked(Instant at) {
    return revokedAt.isPresent()
        ? this
        : new ApiKey(
            id,
            ownerId,
            name,
            prefix,
            scopes,
            createdAt,
            expiresAt,
            lastUsedAt,
            Optional.of(at),
            version + 1);
  }

  /** Whether the key is good at that time, as far as the key itself goes. */
  public boolean isUsable(Instant at) {
    return revokedAt.isEmpty() && at.isBefore(expiresAt);
  }

  private static void checkName(String name) {
    int length = name.strip().length();
    if (length == 0 || length > MAX_NAME_LENGTH) {
      throw InvalidInput.of("name", "must have 1 to " + MAX_NAME_LENGTH + " characters");
    }
  }

  private static void checkScopes(Set<Permission> scopes) {
    if (scopes.isEmpty()) {
      throw InvalidInput.of("scopes", "must name at least one permission");
    }
  }

  private static void checkExpiry(Optional<Instant> expiresAt, Instant at) {
    expiresAt.ifPresent(
        end -> {
          if (!end.isAfter(at) || end.isAfter(at.plus(MAX_LIFETIME))) {
            throw InvalidInput.of(
                "expiresAt",
                "must lie in the future, at most " + MAX_LIFETIME.toDays() + " days from now");
          }
        });
  }

  /**
   * What a request with a key is checked against.
   *
   * @param key which key it is
   * @param owner in whose name the program acts
   * @param hash what is stored of the key
   * @param scopes what the key was issued for
   * @param ownerRoles the roles of its owner at this moment
   * @param lastUsedAt when it was last used, if it was
   */
  public record Credential(
      ApiKeyId key,
      UserId owner,
      ApiKeyHash hash,
      Set<Permission> scopes,
      Set<Role> ownerRoles,
      Optional<Instant> lastUsedAt) {
    public Credential {
      scopes = Set.copyOf(scopes);
      ownerRoles = Set.copyOf(ownerRoles);
    }

    /** Those of the scopes that the owner has at this moment. */
    public Set<Permission> permissions() {
      return Role.permissionsOf(ownerRoles).stream()
          .filter(scopes::contains)
          .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a use at that time is worth a note. */
    public boolean isUseWorthNoting(Instant at) {
      return lastUsedAt.filter(last -> last.isAfter(at.minus(USE_NOTED_EVERY))).isEmpty();
    }
  }
}
