package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.IdempotencyRecordsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link IdempotencyRecordsContract} on PostgreSQL. */
@QuarkusTest
class PostgresIdempotencyRecordsTest extends IdempotencyRecordsContract {
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
