package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.SecondFactorsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link SecondFactorsContract} on PostgreSQL. */
@QuarkusTest
class PostgresSecondFactorsTest extends SecondFactorsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Users users;
  @Inject SecondFactors secondFactors;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Users users() {
    return users;
  }

  @Override
  protected SecondFactors secondFactors() {
    return secondFactors;
  }
}
