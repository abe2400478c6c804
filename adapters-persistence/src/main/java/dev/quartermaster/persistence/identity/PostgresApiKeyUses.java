package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeyUses;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Collects uses while a thread of its own writes those before them: one statement for all keys, and
 * one connection at the most, however many requests there are.
 */
@Singleton
final class PostgresApiKeyUses implements ApiKeyUses {
  private static final Logger LOG = Logger.getLogger(PostgresApiKeyUses.class);

  private final UnitOfWork unitOfWork;
  private final Statements statements;
  private final ConcurrentMap<ApiKeyId, Instant> noted = new ConcurrentHashMap<>();
  private final AtomicBoolean isWriting = new AtomicBoolean();

  PostgresApiKeyUses(UnitOfWork unitOfWork, Statements statements) {
    this.unitOfWork = unitOfWork;
    this.statements = statements;
  }

  @Override
  public void note(ApiKeyId key, Instant at) {
    noted.merge(key, at, PostgresApiKeyUses::later);
    if (isWriting.compareAndSet(false, true)) {
      Thread.ofVirtual().name("api-key-uses").start(this::writeAll);
    }
  }

  /** Looks again after it has stopped, for what was noted between its last look and that. */
  private void writeAll() {
    do {
      try {
        write();
      } catch (RuntimeException failure) {
        LOG.warnf("The last use of API keys could not be noted (%s)", failure);
      } finally {
        isWriting.set(false);
      }
    } while (!noted.isEmpty() && isWriting.compareAndSet(false, true));
  }

  private void write() {
    List<Map.Entry<ApiKeyId, Instant>> uses = new ArrayList<>();
    for (ApiKeyId key : noted.keySet()) {
      Instant at = noted.remove(key);
      if (at != null) {
        uses.add(Map.entry(key, at));
      }
    }
    if (uses.isEmpty()) {
      return;
    }
    unitOfWork.inTransaction(
        () ->
            statements.update(
                """
                UPDATE api_keys SET last_used_at = used.at
                FROM unnest(?, ?) AS used (id, at)
                WHERE api_keys.id = used.id
                AND (last_used_at IS NULL OR last_used_at <= used.at - ? * interval '1 second')
                """,
                SqlArray.uuids(uses, use -> use.getKey().value()),
                SqlArray.instants(uses, Map.Entry::getValue),
                ApiKey.USE_NOTED_EVERY.toSeconds()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
