package dev.quartermaster.persistence.jobs;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobField;
import dev.quartermaster.domain.jobs.JobFilter;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobQueue;
import dev.quartermaster.domain.jobs.JobState;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.jobs.QueueLoad;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.Select;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@Singleton
final class PostgresJobs implements Jobs {
  private static final Listing<JobField, Job> JOBS =
      new Listing<>(
          "jobs",
          new Sort<>(JobField.CREATED_AT, true),
          PostgresJobs::column,
          job -> job.id().value());

  private final Statements statements;
  private final JobExecutions executions;

  PostgresJobs(Statements statements, JobExecutions executions) {
    this.statements = statements;
    this.executions = executions;
  }

  @Override
  public Optional<Job> find(JobId id) {
    return statements
        .query(PostgresJobs::job, "SELECT * FROM jobs WHERE id = ?", id.value())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Job> findForUpdate(JobId id) {
    return statements
        .query(PostgresJobs::job, "SELECT * FROM jobs WHERE id = ? FOR UPDATE", id.value())
        .stream()
        .findFirst();
  }

  /** By a lock that holds for the key, whether or not there is a job to lock. */
  @Override
  public Optional<Job> findUnfinished(JobType type, String uniqueKey) {
    var _ =
        statements.query(
            _ -> true,
            "SELECT pg_advisory_xact_lock(hashtextextended(?, hashtextextended(?, 0)))",
            uniqueKey,
            type.code());
    return statements
        .query(
            PostgresJobs::job,
            """
            SELECT * FROM jobs
            WHERE type = ? AND unique_key = ? AND state IN ('queued', 'running')
            """,
            type.code(),
            uniqueKey)
        .stream()
        .findFirst();
  }

  @Override
  public Slice<Job> list(JobFilter filter, PageRequest<JobField> page) {
    return JOBS.slice(statements, conditions(filter), page, this::read);
  }

  @Override
  public void add(Job job) {
    statements.update(
        """
        INSERT INTO jobs (id, type, owner_id, key_id, state, priority, unique_key, run_at,
                          attempts, done, total, rejected, created_at, updated_at, version)
        VALUES (?, ?, ?, CAST(nullif(?, '') AS uuid), ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        job.id().value(),
        job.type().code(),
        job.owner().value(),
        job.key().map(ApiKeyId::toString).orElse(""),
        job.state().code(),
        job.priority(),
        job.uniqueKey().orElse(""),
        job.runAt(),
        job.attempts(),
        job.done(),
        job.total(),
        job.rejected(),
        job.createdAt(),
        job.updatedAt(),
        job.version());
    executions.add(job);
  }

  @Override
  public void update(Job job) {
    statements.update(
        """
        UPDATE jobs
        SET state = ?, run_at = ?, attempts = ?, done = ?, rejected = ?, failure = nullif(?, ''),
            started_at = (?)[1], finished_at = (?)[1], updated_at = ?,
            version = ?
        WHERE id = ?
        """,
        job.state().code(),
        job.runAt(),
        job.attempts(),
        job.done(),
        job.rejected(),
        job.failure().orElse(""),
        SqlArray.optionalInstants(List.of(job), Job::startedAt),
        SqlArray.optionalInstants(List.of(job), Job::finishedAt),
        job.updatedAt(),
        job.version(),
        job.id().value());
  }

  @Override
  public void requeue(Job job) {
    update(job);
    executions.add(job);
  }

  /**
   * One statement for any number of lines; whoever calls holds the job, so nobody counts beside.
   */
  @Override
  public void reject(JobId id, List<RejectedLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<NumberedError> errors = new ArrayList<>();
    for (RejectedLine line : lines) {
      line.errors().forEach(error -> errors.add(new NumberedError(line.line(), error)));
    }
    statements.update(
        """
        INSERT INTO job_rejected_lines (job_id, line, fields, messages)
        SELECT ?, line, array_agg(field ORDER BY position), array_agg(message ORDER BY position)
        FROM unnest(?, ?, ?) WITH ORDINALITY AS error (line, field, message, position)
        GROUP BY line
        ORDER BY line
        LIMIT greatest(0, ? - (SELECT count(*) FROM job_rejected_lines WHERE job_id = ?))
        """,
        id.value(),
        SqlArray.numbers(errors, NumberedError::line),
        SqlArray.texts(errors, error -> error.error().field()),
        SqlArray.texts(errors, error -> error.error().message()),
        Job.MAX_REJECTED_LINES,
        id.value());
  }

  @Override
  public List<RejectedLine> rejectedLines(JobId id) {
    return statements.query(
        PostgresJobs::rejectedLine,
        "SELECT line, fields, messages FROM job_rejected_lines WHERE job_id = ? ORDER BY line",
        id.value());
  }

  @Override
  public List<Job> lockOverBefore(Instant instant, int limit) {
    return statements.query(
        PostgresJobs::job,
        """
        SELECT * FROM jobs WHERE finished_at < ? ORDER BY finished_at LIMIT ?
        FOR UPDATE SKIP LOCKED
        """,
        instant,
        limit);
  }

  @Override
  public void remove(List<JobId> ids) {
    SqlArray removed = SqlArray.uuids(ids, JobId::value);
    statements.update("DELETE FROM job_rejected_lines WHERE job_id = ANY (?)", removed);
    statements.update("DELETE FROM jobs WHERE id = ANY (?)", removed);
  }

  @Override
  public List<QueueLoad> loads(Instant now) {
    List<TypeLoad> loads =
        statements.query(
            PostgresJobs::load,
            """
            SELECT type, count(*) FILTER (WHERE state = 'queued') AS waiting,
                   count(*) FILTER (WHERE state = 'running') AS running,
                   count(*) FILTER (WHERE state = 'failed') AS failed,
                   min(run_at) FILTER (WHERE state = 'queued' AND run_at <= ?) AS due_since
            FROM jobs WHERE state IN ('queued', 'running', 'failed') GROUP BY type
            """,
            now);
    return Stream.of(JobQueue.values()).map(queue -> load(queue, loads)).toList();
  }

  private static QueueLoad load(JobQueue queue, List<TypeLoad> loads) {
    List<TypeLoad> own = loads.stream().filter(load -> load.type().queue() == queue).toList();
    return new QueueLoad(
        queue,
        own.stream().mapToLong(TypeLoad::waiting).sum(),
        own.stream().mapToLong(TypeLoad::running).sum(),
        own.stream().mapToLong(TypeLoad::failed).sum(),
        own.stream().flatMap(load -> load.dueSince().stream()).min(Instant::compareTo));
  }

  private static TypeLoad load(Row row) throws SQLException {
    return new TypeLoad(
        JobType.ofCode(row.text("type")).orElseThrow(),
        row.number("waiting"),
        row.number("running"),
        row.number("failed"),
        row.optionalInstant("due_since"));
  }

  private List<Job> read(Select select) {
    return statements.query(PostgresJobs::job, select.sql(), select.values().toArray());
  }

  private static Conditions conditions(JobFilter filter) {
    Conditions conditions = Conditions.none();
    if (filter.owner().isPresent()) {
      conditions = conditions.and("owner_id = ?", filter.owner().get().value());
    }
    if (filter.type().isPresent()) {
      conditions = conditions.and("type = ?", filter.type().get().code());
    }
    if (filter.state().isPresent()) {
      conditions = conditions.and("state = ?", filter.state().get().code());
    }
    if (filter.queue().isPresent()) {
      conditions =
          conditions.andOneOf(
              "type",
              Stream.of(JobType.values())
                  .filter(type -> type.queue() == filter.queue().get())
                  .map(JobType::code)
                  .toList());
    }
    return conditions;
  }

  private static SortColumn<Job> column(JobField field) {
    return switch (field) {
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, Job::createdAt);
    };
  }

  private static Job job(Row row) throws SQLException {
    return new Job(
        new JobId(row.uuid("id")),
        JobType.ofCode(row.text("type")).orElseThrow(),
        new UserId(row.uuid("owner_id")),
        row.optionalUuid("key_id").map(ApiKeyId::new),
        JobState.ofCode(row.text("state")).orElseThrow(),
        row.smallNumber("priority"),
        row.optionalText("unique_key"),
        row.instant("run_at"),
        row.smallNumber("attempts"),
        row.number("done"),
        row.number("total"),
        row.number("rejected"),
        row.optionalText("failure"),
        row.instant("created_at"),
        row.optionalInstant("started_at"),
        row.optionalInstant("finished_at"),
        row.instant("updated_at"),
        row.number("version"));
  }

  private static RejectedLine rejectedLine(Row row) throws SQLException {
    List<String> fields = row.texts("fields");
    List<String> messages = row.texts("messages");
    List<FieldError> errors = new ArrayList<>();
    for (int index = 0; index < fields.size(); index++) {
      errors.add(new FieldError(fields.get(index), messages.get(index)));
    }
    return new RejectedLine(row.number("line"), errors);
  }

  /** What jobs of a type there are. */
  private record TypeLoad(
      JobType type, long waiting, long running, long failed, Optional<Instant> dueSince) {}

  /** One thing that is wrong with the line of that number. */
  private record NumberedError(long line, FieldError error) {}
}
