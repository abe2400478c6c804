package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.SessionsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link SessionsContract} on PostgreSQL. */
@QuarkusTest
class PostgresSessionsTest extends SessionsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Users users;
  @Inject Sessions sessions;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Users users() {
    return users;
  }

  @Override
  protected Sessions sessions() {
    return sessions;
  }
}
