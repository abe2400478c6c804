package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.ApiKeyUses;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.ApiKeyUsesContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link ApiKeyUsesContract} on PostgreSQL. */
@QuarkusTest
class PostgresApiKeyUsesTest extends ApiKeyUsesContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Users users;
  @Inject ApiKeys apiKeys;
  @Inject ApiKeyUses uses;

  @Override
  protected ApiKeyUses uses() {
    return uses;
  }

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Users users() {
    return users;
  }

  @Override
  protected ApiKeys apiKeys() {
    return apiKeys;
  }
}
