package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.UnitOfWork;

class InMemoryIdempotencyRecordsTest extends IdempotencyRecordsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryIdempotencyRecords port = new InMemoryIdempotencyRecords(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected IdempotencyRecords records() {
    return port;
  }
}
