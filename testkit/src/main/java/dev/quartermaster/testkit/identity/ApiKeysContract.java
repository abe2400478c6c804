package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeyField;
import dev.quartermaster.domain.identity.ApiKeyHash;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.ListContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link ApiKeys} promise. */
public abstract class ApiKeysContract extends ListContract<ApiKey, ApiKeyField> {
  /** The port under test. */
  protected abstract ApiKeys apiKeys();

  /** The accounts that the keys belong to. */
  protected abstract Users users();

  @Test
  void findsWhatWasAdded() {
    ApiKey key = added(owner(), EnumSet.allOf(Permission.class));
    ApiKey longest =
        add(issue(owner(), "ñ".repeat(ApiKey.MAX_NAME_LENGTH), Set.of(Permission.JOBS_WRITE), NOW));

    assertStored(key);
    assertStored(longest);
  }

  @Test
  void findsNoneThatIsUnknown() {
    ApiKeyId unknown = new ApiKeyId(IDENTIFIERS.next());

    assertThat(inTransaction(() -> apiKeys().find(unknown))).isEmpty();
    assertThat(inTransaction(() -> apiKeys().findForUpdate(unknown))).isEmpty();
    assertThat(credential("qm_" + unique(), NOW)).isEmpty();
  }

  @Test
  void updateReplacesTheStoredState() {
    ApiKey key = added(owner(), Set.of(Permission.ORDERS_READ, Permission.ORDERS_WRITE));
    ApiKey changed =
        new ApiKey(
            key.id(),
            key.ownerId(),
            "Another",
            key.prefix(),
            Set.of(Permission.AUDIT_READ),
            key.createdAt(),
            key.expiresAt().plusSeconds(7),
            Optional.empty(),
            Optional.of(NOW.plusSeconds(3)),
            9);

    update(changed);

    assertStored(changed);
  }

  @Test
  void updateLeavesTheLastUse() {
    ApiKey key = added(owner(), Set.of(Permission.ORDERS_READ));
    ApiKey used =
        new ApiKey(
            key.id(),
            key.ownerId(),
            key.name(),
            key.prefix(),
            key.scopes(),
            key.createdAt(),
            key.expiresAt(),
            Optional.of(NOW.plusSeconds(1)),
            key.revokedAt(),
            2);

    update(used);

    assertThat(inTransaction(() -> apiKeys().find(key.id())))
        .map(ApiKey::lastUsedAt)
        .contains(Optional.empty());
  }

  @Test
  void tellsWhatARequestIsCheckedAgainst() {
    User owner = owner();
    ApiKey key = issue(owner, "Key", Set.of(Permission.ORDERS_READ, Permission.KEYS_WRITE), NOW);
    ApiKeyHash hash = new ApiKeyHash(unique() + unique());
    inTransaction(() -> apiKeys().add(key, hash));

    assertThat(credential(key.prefix(), NOW))
        .contains(
            new ApiKey.Credential(
                key.id(), owner.id(), hash, key.scopes(), owner.roles(), Optional.empty()));
  }

  @Test
  void tellsTheOwnersRolesOfThisMoment() {
    User owner = owner();
    ApiKey key = added(owner, Set.of(Permission.ORDERS_READ));
    inTransaction(() -> users().update(owner.withRoles(Set.of(Role.STAFF, Role.CUSTOMER), NOW)));

    assertThat(credential(key.prefix(), NOW))
        .map(ApiKey.Credential::ownerRoles)
        .contains(Set.of(Role.STAFF, Role.CUSTOMER));
  }

  @Test
  void aKeyCanBeUsedUntilItExpires() {
    ApiKey key = added(owner(), Set.of(Permission.ORDERS_READ));

    assertThat(credential(key.prefix(), key.expiresAt().minusMillis(1))).isPresent();
    assertThat(credential(key.prefix(), key.expiresAt())).isEmpty();
  }

  @Test
  void aRevokedKeyCannotBeUsed() {
    User owner = owner();
    ApiKey key = added(owner, Set.of(Permission.ORDERS_READ));
    ApiKey other = added(owner, Set.of(Permission.ORDERS_READ));

    update(key.revoked(NOW));

    assertThat(credential(key.prefix(), NOW)).isEmpty();
    assertThat(credential(other.prefix(), NOW)).isPresent();
  }

  @Test
  void theKeyOfADeletedAccountCannotBeUsed() {
    User owner = owner();
    ApiKey key = added(owner, Set.of(Permission.ORDERS_READ));

    inTransaction(() -> users().delete(owner.id(), NOW));

    assertThat(credential(key.prefix(), NOW)).isEmpty();
    assertStored(key);
  }

  @Test
  void refusesAPrefixThatIsTaken() {
    ApiKey first = added(owner(), Set.of(Permission.ORDERS_READ));
    ApiKey second =
        ApiKey.issue(
            new ApiKeyId(IDENTIFIERS.next()),
            owner().id(),
            "Twin",
            first.prefix(),
            Set.of(Permission.ORDERS_READ),
            Optional.empty(),
            NOW);

    assertThatThrownBy(() -> add(second)).isInstanceOf(RuntimeException.class);

    assertThat(inTransaction(() -> apiKeys().find(second.id()))).isEmpty();
  }

  @Test
  void countsTheKeysOfAnOwnerThatCanBeUsed() {
    User owner = owner();
    ApiKey first = added(owner, Set.of(Permission.ORDERS_READ));
    added(owner, Set.of(Permission.ORDERS_READ));
    added(owner(), Set.of(Permission.ORDERS_READ));

    assertThat(count(owner, NOW)).isEqualTo(2);
    update(first.revoked(NOW));
    assertThat(count(owner, NOW)).isEqualTo(1);
    assertThat(count(owner, first.expiresAt())).isZero();
  }

  @Test
  void listsTheKeysOfAnOwner() {
    User owner = owner();
    ApiKey first = added(owner, Set.of(Permission.ORDERS_READ));
    ApiKey revoked = added(owner, Set.of(Permission.ORDERS_READ)).revoked(NOW);
    update(revoked);
    added(owner(), Set.of(Permission.ORDERS_READ));

    assertThat(listOf(owner.id()).items()).containsExactlyInAnyOrder(first, revoked);
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    ApiKey kept = added(owner(), Set.of(Permission.ORDERS_READ));
    ApiKey key = issue(owner(), "Key", Set.of(Permission.ORDERS_READ), NOW);

    rollBack(
        () -> {
          apiKeys().add(key, new ApiKeyHash(unique() + unique()));
          apiKeys().update(kept.revoked(NOW));
          assertThat(inAnotherTransaction(() -> apiKeys().findCredential(kept.prefix(), NOW)))
              .isPresent();
        });

    assertThat(inTransaction(() -> apiKeys().find(key.id()))).isEmpty();
    assertStored(kept);
  }

  @Test
  void aLockedKeyIsReadAsItsHolderLeavesIt() {
    for (int round = 0; round < 10; round++) {
      ApiKey key = added(owner(), Set.of(Permission.ORDERS_READ));
      ApiKey revoked = key.revoked(NOW);

      Optional<ApiKey> seen =
          readWhileChanged(
              () -> apiKeys().findForUpdate(key.id()), () -> apiKeys().update(revoked));

      assertThat(seen).contains(revoked);
    }
  }

  @Override
  protected List<ApiKeyField> fields() {
    return List.of(ApiKeyField.values());
  }

  @Override
  protected Comparator<ApiKey> by(ApiKeyField field) {
    return switch (field) {
      case NAME -> Comparator.comparing(ApiKey::name);
      case CREATED_AT -> Comparator.comparing(ApiKey::createdAt);
      case EXPIRES_AT -> Comparator.comparing(ApiKey::expiresAt);
    };
  }

  @Override
  protected Comparator<ApiKey> naturalOrder() {
    return by(ApiKeyField.CREATED_AT).reversed();
  }

  @Override
  protected UUID idOf(ApiKey item) {
    return item.id().value();
  }

  @Override
  protected ApiKey addListed(int number) {
    return add(
        ApiKey.issue(
            new ApiKeyId(IDENTIFIERS.next()),
            owner().id(),
            "Key " + "caebd".charAt(number % 5),
            "qm_" + unique(),
            Set.of(Permission.ORDERS_READ),
            Optional.of(NOW.plus(Duration.ofDays(1 + number * 4 % 5))),
            NOW.plusSeconds(number * 3 % 5)));
  }

  @Override
  protected Slice<ApiKey> list(PageRequest<ApiKeyField> page) {
    return apiKeys().list(Optional.empty(), page);
  }

  private User owner() {
    User owner = People.withRoles(IDENTIFIERS, unique() + "@example.com", Set.of(Role.ADMIN), NOW);
    inTransaction(() -> users().add(owner, new PasswordHash("$argon2id$v=19$none")));
    return owner;
  }

  private ApiKey added(User owner, Set<Permission> scopes) {
    return add(issue(owner, "Key", scopes, NOW));
  }

  private static ApiKey issue(User owner, String name, Set<Permission> scopes, Instant at) {
    return ApiKey.issue(
        new ApiKeyId(IDENTIFIERS.next()),
        owner.id(),
        name,
        "qm_" + unique(),
        scopes,
        Optional.empty(),
        at);
  }

  private ApiKey add(ApiKey key) {
    inTransaction(() -> apiKeys().add(key, new ApiKeyHash(unique() + unique())));
    return key;
  }

  private void update(ApiKey key) {
    inTransaction(() -> apiKeys().update(key));
  }

  private Optional<ApiKey.Credential> credential(String prefix, Instant at) {
    return inTransaction(() -> apiKeys().findCredential(prefix, at));
  }

  private int count(User owner, Instant at) {
    return inTransaction(() -> apiKeys().countUsable(owner.id(), at));
  }

  private Slice<ApiKey> listOf(UserId owner) {
    return inTransaction(
        () ->
            apiKeys()
                .list(
                    Optional.of(owner),
                    new PageRequest<>(new PageRequest.Page(1), 100, List.of())));
  }

  private void assertStored(ApiKey key) {
    assertThat(inTransaction(() -> apiKeys().find(key.id()))).contains(key);
    assertThat(inTransaction(() -> apiKeys().findForUpdate(key.id()))).contains(key);
  }
}
