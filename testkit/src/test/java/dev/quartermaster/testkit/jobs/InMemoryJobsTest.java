package dev.quartermaster.testkit.jobs;

import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryJobsTest extends JobsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryJobs port = new InMemoryJobs(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Jobs jobs() {
    return port;
  }
}
