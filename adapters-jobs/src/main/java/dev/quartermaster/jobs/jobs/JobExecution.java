package dev.quartermaster.jobs.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.quartermaster.application.jobs.GiveUpJob;
import dev.quartermaster.application.jobs.WorkOnJob;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes jobs from the queue and works on them, step by step. While a node works on a job it renews
 * its heartbeat; when that fails to come four times, another node takes the job over. A job that
 * fails is tried again after ever longer pauses, and given up at last. A node whose scheduler is
 * switched off works on none.
 */
@Singleton
final class JobExecution {
  private static final int JOBS_AT_ONCE = 2;
  private static final Duration POLLING_INTERVAL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final double GROWTH_OF_PAUSES = 2;
  private static final int ATTEMPTS = 10;
  private static final String FAILURE =
      "It failed " + ATTEMPTS + " times for a fault of the server, which was logged.";

  private final WorkOnJob workOnJob;
  private final GiveUpJob giveUpJob;
  private final FailureHandler<Void> pause =
      new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE, GROWTH_OF_PAUSES);
  private final Scheduler scheduler;
  private final boolean isEnabled;

  JobExecution(
      AgroalDataSource dataSource,
      WorkOnJob workOnJob,
      GiveUpJob giveUpJob,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
          boolean isEnabled) {
    this.isEnabled = isEnabled;
    this.workOnJob = workOnJob;
    this.giveUpJob = giveUpJob;
    this.scheduler =
        Scheduler.create(
                dataSource,
                Tasks.custom(Job.QUEUE, Void.class)
                    .onDeadExecutionRevive()
                    .onFailure(this::putOffOrGiveUp)
                    .execute(this::execute))
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
            .threads(JOBS_AT_ONCE)
            .pollUsingLockAndFetch(0.5, 1)
            .pollingInterval(POLLING_INTERVAL)
            .heartbeatInterval(HEARTBEAT_INTERVAL)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(TIME_TO_STOP)
            .build();
  }

  void start(@Observes StartupEvent started) {
    if (isEnabled) {
      scheduler.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    scheduler.stop();
  }

  private CompletionHandler<Void> execute(TaskInstance<Void> task, ExecutionContext context) {
    var step = new WorkOnJob.Command(jobId(task));
    while (workOnJob.step(step)) {
      if (context.getSchedulerState().isShuttingDown()) {
        return JobExecution::leaveToOthers;
      }
    }
    return new CompletionHandler.OnCompleteRemove<>();
  }

  private static void leaveToOthers(
      ExecutionComplete execution, ExecutionOperations<Void> operations) {
    operations.reschedule(execution, execution.getTimeDone());
  }

  private void putOffOrGiveUp(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    if (failed.getExecution().consecutiveFailures + 1 < ATTEMPTS) {
      pause.onFailure(failed, operations);
      return;
    }
    // In this order, so that a node which dies in between leaves a job that is taken over.
    giveUpJob.giveUp(new GiveUpJob.Command(jobId(failed.getExecution().taskInstance), FAILURE));
    operations.stop();
  }

  private static JobId jobId(TaskInstance<?> task) {
    return new JobId(UUID.fromString(task.getId()));
  }
}
