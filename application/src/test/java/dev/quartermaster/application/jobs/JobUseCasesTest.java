package dev.quartermaster.application.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobNotCancellable;
import dev.quartermaster.domain.jobs.JobState;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.jobs.InMemoryJobWork;
import dev.quartermaster.testkit.jobs.InMemoryJobs;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobUseCasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final RejectedLine BROKEN =
      new RejectedLine(4, List.of(new FieldError("name", "must be given")));

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryJobs jobs = new InMemoryJobs(unitOfWork);
  private final InMemoryJobWork work = new InMemoryJobWork(unitOfWork);
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(NOW);
  private final Actor.SignedIn clerk = Actors.with(Permission.CATALOG_WRITE);
  private final Actor operator = Actors.with(Permission.JOBS_WRITE);
  private final Actor stranger = Actors.with();

  private final StartJob start = new StartJobService(unitOfWork, jobs, work, auditTrail, clock);
  private final GetJob get = new GetJobService(unitOfWork, jobs);
  private final ListJobs list = new ListJobsService(unitOfWork, jobs);
  private final ListRejectedLines listRejected = new ListRejectedLinesService(unitOfWork, jobs);
  private final CancelJob cancel = new CancelJobService(unitOfWork, jobs, work, auditTrail, clock);
  private final WorkOnJob workOn = new WorkOnJobService(unitOfWork, jobs, work, auditTrail, clock);
  private final GiveUpJob giveUp = new GiveUpJobService(unitOfWork, jobs, work, auditTrail, clock);

  @Test
  void goesFromQueuedByRunningToSucceeded() {
    Job job = started(clerk);
    assertThat(job.state()).isEqualTo(JobState.QUEUED);
    assertThat(job.total()).isEqualTo(4);

    clock.advance(Duration.ofSeconds(10));
    assertThat(step(job)).isTrue();
    Job begun = read(job, clerk);
    assertThat(begun.state()).isEqualTo(JobState.RUNNING);
    assertThat(begun.startedAt()).contains(clock.instant());
    assertThat(begun.done()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(2));
    toTheEnd(job);
    Job over = read(job, clerk);
    assertThat(over.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(over.done()).isEqualTo(4);
    assertThat(over.rejected()).isEqualTo(1);
    assertThat(over.startedAt()).isEqualTo(begun.startedAt());
    assertThat(over.finishedAt()).contains(clock.instant());
    assertThat(over.rate()).isEqualByComparingTo(new BigDecimal("2.0"));
    assertThat(rejected(job, clerk)).containsExactly(BROKEN);
    assertThat(auditTrail.actionsOn(job.id())).containsExactly("job.queued", "job.succeeded");
  }

  @Test
  void nothingHappensToAJobThatIsOver() {
    Job job = started(clerk);
    cancel.cancel(new CancelJob.Command(clerk, job.id()));
    Job cancelled = read(job, clerk);
    assertThat(step(job)).isFalse();
    giveUp.giveUp(new GiveUpJob.Command(job.id(), "late"));
    assertThat(read(job, clerk)).isEqualTo(cancelled);
    assertThat(step(new JobId(identifiers.next()))).isFalse();
  }

  @Test
  void isCancelledWhileItRunsAndKeepsWhatItHasDone() {
    Job job = started(clerk);
    step(job);
    Job cancelled = cancel.cancel(new CancelJob.Command(operator, job.id()));
    assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
    assertThat(cancelled.done()).isEqualTo(1);
    assertThat(unitOfWork.inTransaction(() -> work.next(job.type(), job.id(), clerk)).wasTheLast())
        .isTrue();
    assertThatExceptionOfType(JobNotCancellable.class)
        .isThrownBy(() -> cancel.cancel(new CancelJob.Command(clerk, job.id())));
    assertThat(auditTrail.actionsOn(job.id())).containsExactly("job.queued", "job.cancelled");
  }

  @Test
  void isGivenUpWithAReason() {
    Job job = started(clerk);
    step(job);
    giveUp.giveUp(new GiveUpJob.Command(job.id(), "It failed."));
    Job failed = read(job, clerk);
    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.failure()).contains("It failed.");
    assertThat(auditTrail.actionsOn(job.id())).containsExactly("job.queued", "job.failed");
  }

  @Test
  void startingNeedsThePermissionOfTheWork() {
    JobId id = received();
    assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> start(id, operator));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> start(id, Actors.anonymous()));
    assertThat(start(id, clerk).owner()).isEqualTo(clerk.id());
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> start(id, clerk));
  }

  @Test
  void isSeenByWhoeverAskedForItAndByThoseWhoMayWriteJobs() {
    Job job = started(clerk);
    assertThat(read(job, clerk)).isEqualTo(read(job, operator));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> read(job, stranger));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> rejected(job, stranger));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> cancel.cancel(new CancelJob.Command(stranger, job.id())));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> read(job, Actors.anonymous()));
    assertThat(listed(clerk)).containsExactly(job);
    assertThat(listed(operator)).containsExactly(job);
    assertThat(listed(stranger)).isEmpty();
  }

  @Test
  void aProgramSeesWhatItAskedForAndNothingElseOfItsOwner() {
    Actor program = program(Permission.CATALOG_WRITE);
    Job own = started(program);
    assertThat(read(own, program)).isEqualTo(own);
    assertThat(own.actor()).isEqualTo(program);
    Job ofOwner = started(clerk);
    assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> read(ofOwner, program));
    assertThat(read(ofOwner, program(Permission.JOBS_WRITE))).isEqualTo(ofOwner);
    assertThat(read(own, clerk)).isEqualTo(own);
  }

  private Actor program(Permission permission) {
    return new Actor.KeyHolder(new ApiKeyId(identifiers.next()), clerk.id(), Set.of(permission));
  }

  private JobId received() {
    JobId id = new JobId(identifiers.next());
    unitOfWork.inTransaction(() -> work.receive(id, 3, List.of(BROKEN)));
    return id;
  }

  private Job started(Actor actor) {
    return start(received(), actor);
  }

  private Job start(JobId id, Actor actor) {
    return start.start(new StartJob.Command(actor, JobType.PRODUCT_IMPORT, id));
  }

  private boolean step(Job job) {
    return step(job.id());
  }

  private boolean step(JobId id) {
    return workOn.step(new WorkOnJob.Command(id));
  }

  private void toTheEnd(Job job) {
    boolean more = true;
    while (more) {
      more = step(job);
    }
  }

  private Job read(Job job, Actor actor) {
    return get.get(new GetJob.Query(actor, job.id()));
  }

  private List<RejectedLine> rejected(Job job, Actor actor) {
    return listRejected.list(new ListRejectedLines.Query(actor, job.id()));
  }

  private List<Job> listed(Actor actor) {
    return list.list(
            new ListJobs.Query(
                actor,
                Optional.empty(),
                Optional.empty(),
                new PageRequest<>(new PageRequest.Page(1), 100, List.of())))
        .items();
  }
}
