package dev.quartermaster.persistence.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.quartermaster.domain.jobs.Job;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;

/**
 * The queues from which the nodes' schedulers take jobs. It writes on the connection of the current
 * transaction, so that a job is queued exactly when it is there.
 */
@Singleton
final class JobExecutions {
  private final SchedulerClient client;

  JobExecutions(AgroalDataSource dataSource) {
    this.client =
        SchedulerClient.Builder.create(dataSource)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
            .enablePriority()
            .build();
  }

  void add(Job job) {
    client.scheduleIfNotExists(
        new TaskInstance.Builder<>(job.type().queue().code(), job.ticket())
            .priority(job.priority())
            .build(),
        job.runAt());
  }
}
