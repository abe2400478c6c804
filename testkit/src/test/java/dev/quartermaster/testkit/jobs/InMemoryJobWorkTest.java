package dev.quartermaster.testkit.jobs;

import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobWork;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.List;

class InMemoryJobWorkTest extends JobWorkContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryJobWork port = new InMemoryJobWork(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected JobWork work() {
    return port;
  }

  @Override
  protected void receive(JobId id, int sound, RejectedLine rejected) {
    port.receive(id, sound, List.of(rejected));
  }
}
