package dev.quartermaster.persistence.jobs;

import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.jobs.JobsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link JobsContract} on PostgreSQL. */
@QuarkusTest
class PostgresJobsTest extends JobsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Jobs jobs;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Jobs jobs() {
    return jobs;
  }
}
