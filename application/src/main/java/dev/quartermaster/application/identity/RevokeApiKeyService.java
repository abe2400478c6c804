package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

@UseCase
final class RevokeApiKeyService implements RevokeApiKey {
  private final UnitOfWork unitOfWork;
  private final ApiKeys apiKeys;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  RevokeApiKeyService(
      UnitOfWork unitOfWork, ApiKeys apiKeys, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.apiKeys = apiKeys;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public void revoke(Command command) {
    command.actor().requirePrincipal(Permission.KEYS_WRITE);
    unitOfWork.inTransaction(
        () -> {
          ApiKey key =
              ApiKeyAccess.visible(
                  apiKeys.findForUpdate(command.key()), command.actor(), command.key());
          command.expected().check(key.version());
          Instant now = clock.instant();
          ApiKey revoked = key.revoked(now);
          if (revoked.version() != key.version()) {
            apiKeys.update(revoked);
            auditTrail.append(
                AuditEntry.of(command.actor(), "api-key.revoked", "api-key", key.id(), now)
                    .changing(Change.between(Map.of(), Map.of("revokedAt", now.toString()))));
          }
        });
  }
}
