package dev.quartermaster.persistence.jobs;

import dev.quartermaster.domain.jobs.ScheduleState;
import dev.quartermaster.domain.jobs.Schedules;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import dev.quartermaster.testkit.jobs.SchedulesContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;

/** {@link SchedulesContract} on PostgreSQL. */
@QuarkusTest
class PostgresSchedulesTest extends SchedulesContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Schedules schedules;
  @Inject Statements statements;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Schedules schedules() {
    return schedules;
  }

  @Override
  protected void note(ScheduleState state) {
    statements.update(
        """
        INSERT INTO schedules (task_name, task_instance, execution_time, picked, last_success,
                               last_failure, consecutive_failures, version)
        VALUES (?, 'recurring', ?, ?, (?)[1], (?)[1], ?, 1)
        """,
        state.schedule().code(),
        state.next(),
        state.running(),
        SqlArray.optionalInstants(List.of(state), ScheduleState::lastSuccess),
        SqlArray.optionalInstants(List.of(state), ScheduleState::lastFailure),
        state.failures());
  }
}
