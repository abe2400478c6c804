package dev.quartermaster.jobs.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.quartermaster.application.jobs.RecordFailedAttempt;
import dev.quartermaster.application.jobs.WorkOnJob;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobQueue;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes jobs from the queues and works on them, step by step; on each queue with threads of its
 * own, so that none holds up another. A job that fails is tried again after ever longer pauses, and
 * given up at last. A node whose scheduler is switched off works on none.
 */
@Singleton
final class JobExecution {
  private static final String FAILURE =
      "It failed "
          + Job.MAX_ATTEMPTS
          + " times in a row for a fault of the server, which was logged.";

  private final WorkOnJob workOnJob;
  private final RecordFailedAttempt recordFailedAttempt;
  private final List<Scheduler> schedulers;
  private final boolean isEnabled;

  JobExecution(
      AgroalDataSource dataSource,
      WorkOnJob workOnJob,
      RecordFailedAttempt recordFailedAttempt,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
          boolean isEnabled) {
    this.isEnabled = isEnabled;
    this.workOnJob = workOnJob;
    this.recordFailedAttempt = recordFailedAttempt;
    this.schedulers =
        Stream.of(JobQueue.values()).map(queue -> scheduler(dataSource, queue)).toList();
  }

  private Scheduler scheduler(AgroalDataSource dataSource, JobQueue queue) {
    return NodeScheduler.of(
        Scheduler.create(
                dataSource,
                Tasks.custom(queue.code(), Void.class)
                    .onDeadExecutionRevive()
                    .onFailure(this::putOffOrGiveUp)
                    .execute(this::execute))
            .enablePriority()
            .threads(queue.atOnce()));
  }

  void start(@Observes StartupEvent started) {
    if (isEnabled) {
      schedulers.forEach(Scheduler::start);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    schedulers.forEach(Scheduler::stop);
  }

  private CompletionHandler<Void> execute(TaskInstance<Void> task, ExecutionContext context) {
    var step = new WorkOnJob.Command(Job.ofTicket(task.getId()));
    while (isLeft(workOnJob.step(step))) {
      if (context.getSchedulerState().isShuttingDown()) {
        return JobExecution::leaveToOthers;
      }
    }
    return new CompletionHandler.OnCompleteRemove<>();
  }

  private static boolean isLeft(Optional<Job> job) {
    return job.filter(worked -> !worked.state().isOver()).isPresent();
  }

  private static void leaveToOthers(
      ExecutionComplete execution, ExecutionOperations<Void> operations) {
    operations.reschedule(execution, execution.getTimeDone());
  }

  /** In this order, so that a node which dies in between leaves a job that is taken over. */
  private void putOffOrGiveUp(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    String ticket = failed.getExecution().taskInstance.getId();
    recordFailedAttempt
        .record(new RecordFailedAttempt.Command(Job.ofTicket(ticket), FAILURE))
        .filter(job -> !job.state().isOver())
        .ifPresentOrElse(job -> operations.reschedule(failed, job.runAt()), operations::stop);
  }
}
