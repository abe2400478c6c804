package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.ApiKey;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

@UseCase
final class ListApiKeysService implements ListApiKeys {
  private final UnitOfWork unitOfWork;
  private final ApiKeys apiKeys;

  ListApiKeysService(UnitOfWork unitOfWork, ApiKeys apiKeys) {
    this.unitOfWork = unitOfWork;
    this.apiKeys = apiKeys;
  }

  @Override
  public Slice<ApiKey> list(Query query) {
    Optional<UserId> owner = visibleOwner(query.actor(), query.owner());
    return unitOfWork.inTransaction(() -> apiKeys.list(owner, query.page()));
  }

  private static Optional<UserId> visibleOwner(Actor actor, Optional<UserId> wanted) {
    UserId self = actor.requirePrincipal(Permission.KEYS_WRITE);
    if (actor.may(Permission.KEYS_WRITE)) {
      return wanted;
    }
    if (wanted.isPresent() && !wanted.get().equals(self)) {
      actor.require(Permission.KEYS_WRITE);
    }
    return Optional.of(self);
  }
}
