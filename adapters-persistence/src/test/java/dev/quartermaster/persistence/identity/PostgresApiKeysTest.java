package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.ApiKeysContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link ApiKeysContract} on PostgreSQL. */
@QuarkusTest
class PostgresApiKeysTest extends ApiKeysContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Users users;
  @Inject ApiKeys apiKeys;

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
