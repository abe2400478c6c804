package dev.quartermaster.application.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobNotCancellable;
import dev.quartermaster.domain.jobs.JobNotRetryable;
import dev.quartermaster.domain.jobs.JobNotUnique;
import dev.quartermaster.domain.jobs.JobQueue;
import dev.quartermaster.domain.jobs.JobState;
import dev.quartermaster.domain.jobs.JobTerms;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.jobs.QueueLoad;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.jobs.InMemoryJobWork;
import dev.quartermaster.testkit.jobs.InMemoryJobs;
import dev.quartermaster.testkit.jobs.InMemorySchedules;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  private final CancelJob cancel = new CancelJobService(unitOfWork, jobs, auditTrail, clock);
  private final RetryJob retry = new RetryJobService(unitOfWork, jobs, auditTrail, clock);
  private final ForgetFinishedJobs forget =
      new ForgetFinishedJobsService(unitOfWork, jobs, work, clock);
  private final MeasureJobs measure =
      new MeasureJobsService(unitOfWork, jobs, new InMemorySchedules(unitOfWork), clock);
  private final WorkOnJob workOn = new WorkOnJobService(unitOfWork, jobs, work, auditTrail, clock);
  private final RecordFailedAttempt recordFailure =
      new RecordFailedAttemptService(unitOfWork, jobs, auditTrail, clock);

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
    assertThat(fail(job)).isEmpty();
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
    assertThat(step(job)).isFalse();
    assertThatExceptionOfType(JobNotCancellable.class)
        .isThrownBy(() -> cancel.cancel(new CancelJob.Command(clerk, job.id())));
    assertThat(auditTrail.actionsOn(job.id())).containsExactly("job.queued", "job.cancelled");
  }

  @Test
  void isPutOffByGrowingPausesAndGivenUpWithAReason() {
    Job job = started(clerk);
    step(job);
    List<Duration> pauses = new ArrayList<>();
    Job failed = fail(job).orElseThrow();
    while (!failed.state().isOver()) {
      assertThat(failed.state()).isEqualTo(JobState.QUEUED);
      assertThat(failed.failure()).isEmpty();
      pauses.add(Duration.between(clock.instant(), failed.runAt()));
      failed = fail(job).orElseThrow();
    }
    assertThat(pauses).hasSize(Job.MAX_ATTEMPTS - 1);
    assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(pauses.getLast()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(10));
    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.attempts()).isEqualTo(Job.MAX_ATTEMPTS);
    assertThat(failed.failure()).contains("It failed.");
    assertThat(failed.done()).isEqualTo(1);
    assertThat(auditTrail.actionsOn(job.id())).containsExactly("job.queued", "job.failed");
  }

  @Test
  void aStepThatSucceedsMakesUpForFailures() {
    Job job = started(clerk);
    assertThat(fail(job).orElseThrow().attempts()).isEqualTo(1);
    step(job);
    assertThat(read(job, clerk).attempts()).isZero();
  }

  @Test
  void goesOnWhereItStoppedWhenItIsRetried() {
    Job failed = started(clerk);
    step(failed);
    while (fail(failed).isPresent()) {
      assertThat(read(failed, clerk).done()).isEqualTo(1);
    }
    Job cancelled = started(clerk);
    step(cancelled);
    cancel.cancel(new CancelJob.Command(clerk, cancelled.id()));

    for (Job stopped : List.of(failed, cancelled)) {
      clock.advance(Duration.ofHours(1));
      Job retried = retry(stopped, operator);
      assertThat(retried.state()).isEqualTo(JobState.QUEUED);
      assertThat(retried.attempts()).isZero();
      assertThat(retried.failure()).isEmpty();
      assertThat(retried.finishedAt()).isEmpty();
      assertThat(retried.runAt()).isEqualTo(clock.instant());
      assertThat(retried.ticket()).isNotEqualTo(stopped.ticket());
      assertThat(Job.ofTicket(retried.ticket())).isEqualTo(stopped.id());
      toTheEnd(stopped);
      assertThat(read(stopped, clerk).done()).isEqualTo(4);
      assertThat(auditTrail.actionsOn(stopped.id())).endsWith("job.retried", "job.succeeded");
    }
  }

  @Test
  void onlyWhatStoppedIsRetriedAndOnlyByThoseWhoMayWriteJobs() {
    Job job = started(clerk);
    assertThatExceptionOfType(JobNotRetryable.class).isThrownBy(() -> retry(job, operator));
    step(job);
    assertThatExceptionOfType(JobNotRetryable.class).isThrownBy(() -> retry(job, operator));
    toTheEnd(job);
    assertThatExceptionOfType(JobNotRetryable.class).isThrownBy(() -> retry(job, operator));
    assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> retry(job, clerk));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () -> retry.retry(new RetryJob.Command(operator, new JobId(identifiers.next()))));
  }

  @Test
  void ofJobsWithAKeyOneAtATimeIsUnfinished() {
    JobTerms feed = new JobTerms(0, Optional.empty(), Optional.of("feed"));
    Job first = start(received(), clerk, feed);
    JobId second = received();
    assertThatExceptionOfType(JobNotUnique.class)
        .isThrownBy(() -> start(second, clerk, feed))
        .withMessageContaining(first.id().toString());
    cancel.cancel(new CancelJob.Command(clerk, first.id()));
    Job other = start(second, clerk, feed);
    assertThatExceptionOfType(JobNotUnique.class).isThrownBy(() -> retry(first, operator));
    toTheEnd(other);
    assertThat(retry(first, operator).state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void waitsForItsTimeWhichIsNotTooFarAhead() {
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    Job job = start(received(), clerk, new JobTerms(9, Optional.of(tomorrow), Optional.empty()));
    assertThat(job.runAt()).isEqualTo(tomorrow);
    assertThat(job.priority()).isEqualTo(9);
    assertThat(measure.measure().queues())
        .containsExactly(new QueueLoad(JobQueue.IMPORTS, 1, 0, 0, Optional.empty()));
    clock.advance(Duration.ofDays(2));
    assertThat(measure.measure().queues().getFirst().dueSince()).contains(tomorrow);
    JobTerms tooLate =
        new JobTerms(
            0,
            Optional.of(clock.instant().plus(Job.LONGEST_WAIT).plusSeconds(1)),
            Optional.empty());
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> start(received(), clerk, tooLate))
        .withMessageContaining("runAt");
  }

  @Test
  void isForgottenWithItsInputLongAfterItWasOver() {
    Job over = started(clerk);
    cancel.cancel(new CancelJob.Command(clerk, over.id()));
    Job unfinished = started(clerk);
    clock.advance(Job.RETENTION);
    assertThat(forget.forget(new ForgetFinishedJobs.Command(10)).forgotten()).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(forget.forget(new ForgetFinishedJobs.Command(10)).forgotten()).isEqualTo(1);
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> read(over, clerk));
    assertThat(
            unitOfWork.inTransaction(() -> work.next(over.type(), over.id(), clerk)).wasTheLast())
        .isTrue();
    assertThat(read(unfinished, clerk)).isEqualTo(unfinished);
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
    return start(id, actor, JobTerms.plain());
  }

  private Job start(JobId id, Actor actor, JobTerms terms) {
    return start.start(new StartJob.Command(actor, JobType.PRODUCT_IMPORT, id, terms));
  }

  private Job retry(Job job, Actor actor) {
    return retry.retry(new RetryJob.Command(actor, job.id()));
  }

  private Optional<Job> fail(Job job) {
    return recordFailure.record(new RecordFailedAttempt.Command(job.id(), "It failed."));
  }

  private boolean step(Job job) {
    return step(job.id());
  }

  private boolean step(JobId id) {
    return workOn.step(new WorkOnJob.Command(id)).filter(job -> !job.state().isOver()).isPresent();
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
                Optional.empty(),
                new PageRequest<>(new PageRequest.Page(1), 100, List.of())))
        .items();
  }
}
