package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeySecrets;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.RawApiKey;
import dev.quartermaster.domain.identity.TooManyApiKeys;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

@UseCase
final class CreateApiKeyService implements CreateApiKey {
  private final UnitOfWork unitOfWork;
  private final ApiKeys apiKeys;
  private final Users users;
  private final ApiKeySecrets secrets;
  private final AuditTrail auditTrail;
  private final Identifiers identifiers;
  private final InstantSource clock;

  CreateApiKeyService(
      UnitOfWork unitOfWork,
      ApiKeys apiKeys,
      Users users,
      ApiKeySecrets secrets,
      AuditTrail auditTrail,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.apiKeys = apiKeys;
    this.users = users;
    this.secrets = secrets;
    this.auditTrail = auditTrail;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Result create(Command command) {
    UserId owner = command.actor().requireUser();
    command.actor().require(Permission.KEYS_WRITE);
    if (!command.scopes().stream().allMatch(command.actor()::may)) {
      throw new Forbidden("You cannot give a key permissions that you lack.");
    }
    RawApiKey secret = secrets.generate();
    ApiKeySecrets.Reading reading = secrets.read(secret).orElseThrow();
    Instant now = clock.instant();
    ApiKey key =
        ApiKey.issue(
            new ApiKeyId(identifiers.next()),
            owner,
            command.name(),
            reading.prefix(),
            command.scopes(),
            command.expiresAt(),
            now);
    unitOfWork.inTransaction(() -> add(key, reading, command.actor(), now));
    return new Result(key, secret);
  }

  /** The owner's lock lets requests of one owner take turns, so that none passes the limit. */
  private void add(ApiKey key, ApiKeySecrets.Reading reading, Actor actor, Instant now) {
    if (users.findForUpdate(key.ownerId()).isEmpty()) {
      throw new Unauthenticated();
    }
    if (apiKeys.countUsable(key.ownerId(), now) >= ApiKey.MAX_USABLE) {
      throw new TooManyApiKeys();
    }
    apiKeys.add(key, reading.hash());
    auditTrail.append(
        AuditEntry.of(actor, "api-key.created", "api-key", key.id(), now)
            .changing(Change.between(Map.of(), shown(key))));
  }

  private static Map<String, String> shown(ApiKey key) {
    return Map.of(
        "name",
        key.name(),
        "prefix",
        key.prefix(),
        "scopes",
        key.scopes().stream().map(Permission::code).sorted().collect(Collectors.joining(", ")),
        "expiresAt",
        key.expiresAt().toString());
  }
}
