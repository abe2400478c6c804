package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.GroupCommitContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link GroupCommitContract} on PostgreSQL. */
@QuarkusTest
class QueuedGroupCommitTest extends GroupCommitContract {
  @Inject UnitOfWork unitOfWork;
  @Inject GroupCommit groupCommit;
  @Inject IdempotencyRecords records;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected GroupCommit groupCommit() {
    return groupCommit;
  }

  @Override
  protected IdempotencyRecords records() {
    return records;
  }
}
