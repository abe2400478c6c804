package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.UnitOfWork;

class InMemoryGroupCommitTest extends GroupCommitContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryIdempotencyRecords records = new InMemoryIdempotencyRecords(unitOfWork);
  private final InMemoryGroupCommit port = new InMemoryGroupCommit(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected GroupCommit groupCommit() {
    return port;
  }

  @Override
  protected IdempotencyRecords records() {
    return records;
  }
}
