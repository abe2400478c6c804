package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.UsersContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link UsersContract} on PostgreSQL. */
@QuarkusTest
class PostgresUsersTest extends UsersContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Users users;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Users users() {
    return users;
  }
}
