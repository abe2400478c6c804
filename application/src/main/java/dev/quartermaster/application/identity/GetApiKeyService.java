package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class GetApiKeyService implements GetApiKey {
  private final UnitOfWork unitOfWork;
  private final ApiKeys apiKeys;

  GetApiKeyService(UnitOfWork unitOfWork, ApiKeys apiKeys) {
    this.unitOfWork = unitOfWork;
    this.apiKeys = apiKeys;
  }

  @Override
  public ApiKey get(Query query) {
    query.actor().requirePrincipal(Permission.KEYS_WRITE);
    return ApiKeyAccess.visible(
        unitOfWork.inTransaction(() -> apiKeys.find(query.key())), query.actor(), query.key());
  }
}
