package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeySecrets;
import dev.quartermaster.domain.identity.ApiKeyUses;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class AuthenticateApiKeyService implements AuthenticateApiKey {
  private final UnitOfWork unitOfWork;
  private final ApiKeys apiKeys;
  private final ApiKeySecrets secrets;
  private final ApiKeyUses uses;
  private final InstantSource clock;

  AuthenticateApiKeyService(
      UnitOfWork unitOfWork,
      ApiKeys apiKeys,
      ApiKeySecrets secrets,
      ApiKeyUses uses,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.apiKeys = apiKeys;
    this.secrets = secrets;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public Actor.KeyHolder authenticate(Query query) {
    Instant now = clock.instant();
    ApiKeySecrets.Reading sent =
        secrets.read(query.key()).orElseThrow(AuthenticateApiKeyService::refusal);
    ApiKey.Credential known =
        unitOfWork
            .reading(() -> apiKeys.findCredential(sent.prefix(), now))
            .filter(credential -> credential.hash().matches(sent.hash()))
            .orElseThrow(AuthenticateApiKeyService::refusal);
    if (known.isUseWorthNoting(now)) {
      uses.note(known.key(), now);
    }
    return new Actor.KeyHolder(known.key(), known.owner(), known.permissions());
  }

  private static Unauthenticated refusal() {
    return new Unauthenticated("The API key is unknown, revoked or expired.");
  }
}
