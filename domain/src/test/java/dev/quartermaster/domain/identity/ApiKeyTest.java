package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final ApiKeyHash HASH = new ApiKeyHash("0123456789abcdef".repeat(4));

  private final ApiKeyId id = new ApiKeyId(new UUID(0, 1));
  private final UserId owner = new UserId(new UUID(0, 2));

  @Test
  void livesFromItsIssueToItsEnd() {
    ApiKey key = issued();

    assertThat(key.isUsable(NOW)).isTrue();
    assertThat(key.isUsable(NOW.plus(ApiKey.DEFAULT_LIFETIME).minusNanos(1))).isTrue();
    assertThat(key.isUsable(NOW.plus(ApiKey.DEFAULT_LIFETIME))).isFalse();
  }

  @Test
  void isRevokedOnce() {
    ApiKey revoked = issued().revoked(NOW.plusSeconds(1));

    assertThat(revoked.isUsable(NOW)).isFalse();
    assertThat(revoked.version()).isEqualTo(2);
    assertThat(revoked.revoked(NOW.plusSeconds(2))).isSameAs(revoked);
  }

  @Test
  void itsScopesAreCutToWhatItsOwnerMayDo() {
    Set<Permission> scopes = EnumSet.of(Permission.ORDERS_READ, Permission.AUDIT_READ);

    assertThat(credential(scopes, Optional.empty(), Role.ADMIN).permissions()).isEqualTo(scopes);
    assertThat(credential(scopes, Optional.empty(), Role.STAFF).permissions())
        .containsExactly(Permission.ORDERS_READ);
    assertThat(credential(scopes, Optional.empty(), Role.CUSTOMER).permissions()).isEmpty();
  }

  @Test
  void aUseIsWorthANoteOnceAMinute() {
    Set<Permission> scopes = Set.of(Permission.ORDERS_READ);
    ApiKey.Credential used = credential(scopes, Optional.of(NOW), Role.ADMIN);

    assertThat(credential(scopes, Optional.empty(), Role.ADMIN).isUseWorthNoting(NOW)).isTrue();
    assertThat(used.isUseWorthNoting(NOW.plus(Duration.ofSeconds(60)).minusNanos(1))).isFalse();
    assertThat(used.isUseWorthNoting(NOW.plus(Duration.ofSeconds(60)))).isTrue();
  }

  @Test
  void hashesMatchWhereTheyAreTheSame() {
    assertThat(HASH.matches(new ApiKeyHash(HASH.value()))).isTrue();
    assertThat(HASH.matches(new ApiKeyHash(HASH.value().replace('f', '0')))).isFalse();
    assertThat(HASH.matches(new ApiKeyHash(HASH.value().substring(1)))).isFalse();
    assertThat(HASH.toString()).doesNotContain(HASH.value());
  }

  private ApiKey issued() {
    return ApiKey.issue(
        id, owner, " scanner ", "qm_x", Set.of(Permission.ORDERS_READ), Optional.empty(), NOW);
  }

  private ApiKey.Credential credential(
      Set<Permission> scopes, Optional<Instant> lastUsedAt, Role role) {
    return new ApiKey.Credential(id, owner, HASH, scopes, Set.of(role), lastUsedAt);
  }
}
