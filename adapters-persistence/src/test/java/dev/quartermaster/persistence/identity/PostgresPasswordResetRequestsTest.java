package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.PasswordResetRequests;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.PasswordResetRequestsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link PasswordResetRequestsContract} on PostgreSQL. */
@QuarkusTest
class PostgresPasswordResetRequestsTest extends PasswordResetRequestsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject PasswordResetRequests requests;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected PasswordResetRequests requests() {
    return requests;
  }
}
