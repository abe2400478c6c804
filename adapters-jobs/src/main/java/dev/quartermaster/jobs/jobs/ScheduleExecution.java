package dev.quartermaster.jobs.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.jobs.shared.RecurringWork;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Does what recurs, on whichever node comes first. A run that fails is told in the log and in the
 * schedule's state, and the next one comes at its time. A node whose scheduler is switched off does
 * nothing of it.
 */
@Singleton
final class ScheduleExecution {
  private static final String TABLE = "schedules";
  private static final int RUNS_AT_ONCE = 2;

  private final Scheduler scheduler;
  private final boolean isEnabled;

  ScheduleExecution(
      AgroalDataSource dataSource,
      @All List<RecurringWork> work,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
          boolean isEnabled) {
    checkComplete(work);
    this.isEnabled = isEnabled;
    this.scheduler =
        NodeScheduler.of(
            Scheduler.create(dataSource)
                .startTasks(work.stream().map(ScheduleExecution::task).toList())
                .tableName(TABLE)
                .threads(RUNS_AT_ONCE));
  }

  private static void checkComplete(List<RecurringWork> work) {
    Set<Schedule> left = EnumSet.allOf(Schedule.class);
    for (RecurringWork each : work) {
      if (!left.remove(each.schedule())) {
        throw new IllegalStateException(each.schedule() + " has more than one work");
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException(left + " have no work");
    }
  }

  private static RecurringTask<Void> task(RecurringWork work) {
    return Tasks.recurring(
            work.schedule().code(), new CronSchedule(work.schedule().cron(), ZoneOffset.UTC))
        .execute((_, _) -> work.work().run());
  }

  void start(@Observes StartupEvent started) {
    if (isEnabled) {
      scheduler.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    scheduler.stop();
  }
}
