package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeyHash;
import dev.quartermaster.domain.identity.ApiKeyUses;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What {@link ApiKeyUses} promise. */
public abstract class ApiKeyUsesContract extends PortContract {
  /** Far longer than any note takes; only one that was lost reaches it. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(5);

  /** The port under test. */
  protected abstract ApiKeyUses uses();

  /** The keys that are used. */
  protected abstract ApiKeys apiKeys();

  /** The accounts that the keys belong to. */
  protected abstract Users users();

  @Test
  void theLastUseOfAKeyIsSoonKnown() {
    ApiKey key = added();

    uses().note(key.id(), NOW);
    awaitUse(key.id(), NOW);
    uses().note(key.id(), NOW.plus(ApiKey.USE_NOTED_EVERY));
    awaitUse(key.id(), NOW.plus(ApiKey.USE_NOTED_EVERY));
  }

  @Test
  void aUseIsNoChange() {
    ApiKey key = added();

    uses().note(key.id(), NOW);
    awaitUse(key.id(), NOW);

    assertThat(stored(key.id()).version()).isEqualTo(key.version());
  }

  @Test
  void usesWithinAMinuteAreNotedOnce() {
    ApiKey key = added();
    uses().note(key.id(), NOW);
    awaitUse(key.id(), NOW);

    uses().note(key.id(), NOW.plus(ApiKey.USE_NOTED_EVERY).minusMillis(1));
    uses().note(key.id(), NOW.minusSeconds(3_600));
    awaitAllSoFar();

    assertThat(stored(key.id()).lastUsedAt()).contains(NOW);
  }

  @Test
  void usesOfManyKeysAtOnceAreAllNoted() {
    List<ApiKey> keys = new ArrayList<>();
    for (int count = 0; count < 20; count++) {
      keys.add(added());
    }

    keys.parallelStream().forEach(key -> uses().note(key.id(), NOW));

    keys.forEach(key -> awaitUse(key.id(), NOW));
  }

  @Test
  void aUseOfNoKeyIsForgotten() {
    uses().note(new ApiKeyId(IDENTIFIERS.next()), NOW);

    awaitAllSoFar();
  }

  /** A use is noted even where the caller's own work comes to nothing. */
  @Test
  void theNoteIsNoPartOfTheCallersTransaction() {
    ApiKey key = added();

    rollBack(() -> uses().note(key.id(), NOW));

    awaitUse(key.id(), NOW);
  }

  /** Notes are written in their order, so what is known of a new key was noted after all others. */
  private void awaitAllSoFar() {
    ApiKey marker = added();
    uses().note(marker.id(), NOW);
    awaitUse(marker.id(), NOW);
  }

  private void awaitUse(ApiKeyId key, Instant at) {
    long start = System.nanoTime();
    while (!stored(key).lastUsedAt().equals(Optional.of(at))) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as("wait").isLessThan(PATIENCE);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private ApiKey stored(ApiKeyId key) {
    return inTransaction(() -> apiKeys().find(key)).orElseThrow();
  }

  private ApiKey added() {
    User owner = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
    ApiKey key =
        ApiKey.issue(
            new ApiKeyId(IDENTIFIERS.next()),
            owner.id(),
            "Key",
            "qm_" + unique(),
            Set.of(Permission.ORDERS_READ),
            Optional.empty(),
            NOW);
    inTransaction(
        () -> {
          users().add(owner, new PasswordHash("$argon2id$v=19$none"));
          apiKeys().add(key, new ApiKeyHash(unique() + unique()));
        });
    return key;
  }
}
