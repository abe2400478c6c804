package dev.quartermaster.persistence.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.quartermaster.domain.jobs.Job;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;

/**
 * The queue from which the nodes' schedulers take jobs. It writes on the connection of the current
 * transaction, so that a job is queued exactly when it is there.
 */
@Singleton
final class JobQueue {
  private final SchedulerClient client;

  JobQueue(AgroalDataSource dataSource) {
    this.client =
        SchedulerClient.Builder.create(dataSource)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
            .build();
  }

  void add(Job job) {
    client.scheduleIfNotExists(new TaskInstance<>(Job.QUEUE, job.id().toString()), job.createdAt());
  }
}
