package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.ExternalIdentitiesContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link ExternalIdentitiesContract} on PostgreSQL. */
@QuarkusTest
class PostgresExternalIdentitiesTest extends ExternalIdentitiesContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Users users;
  @Inject ExternalIdentities identities;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Users users() {
    return users;
  }

  @Override
  protected ExternalIdentities identities() {
    return identities;
  }
}
