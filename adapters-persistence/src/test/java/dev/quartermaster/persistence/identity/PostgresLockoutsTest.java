package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.LockoutsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link LockoutsContract} on PostgreSQL. */
@QuarkusTest
class PostgresLockoutsTest extends LockoutsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Lockouts lockouts;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Lockouts lockouts() {
    return lockouts;
  }
}
