package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.UnitOfWorkContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link UnitOfWorkContract} on PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class JtaUnitOfWorkTest extends UnitOfWorkContract {
  @Inject UnitOfWork unitOfWork;
  @Inject IdempotencyRecords records;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected IdempotencyRecords records() {
    return records;
  }
}
