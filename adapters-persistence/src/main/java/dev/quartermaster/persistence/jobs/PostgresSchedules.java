package dev.quartermaster.persistence.jobs;

import dev.quartermaster.domain.jobs.ScheduleState;
import dev.quartermaster.domain.jobs.Schedules;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What the nodes' schedulers have noted; a schedule that this version does not know is left out.
 */
@Singleton
final class PostgresSchedules implements Schedules {
  private final Statements statements;

  PostgresSchedules(Statements statements) {
    this.statements = statements;
  }

  @Override
  public List<ScheduleState> list() {
    return statements
        .query(PostgresSchedules::state, "SELECT * FROM schedules ORDER BY task_name")
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ScheduleState> state(Row row) throws SQLException {
    Optional<Schedule> schedule = Schedule.ofCode(row.text("task_name"));
    return schedule.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ScheduleState(
                schedule.get(),
                row.flag("picked"),
                row.optionalInstant("last_success"),
                row.optionalInstant("last_failure"),
                row.smallNumber("consecutive_failures"),
                row.instant("execution_time")));
  }
}
