package dev.quartermaster.testkit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobField;
import dev.quartermaster.domain.jobs.JobFilter;
import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobQueue;
import dev.quartermaster.domain.jobs.JobState;
import dev.quartermaster.domain.jobs.JobStep;
import dev.quartermaster.domain.jobs.JobTerms;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.jobs.Jobs;
import dev.quartermaster.domain.jobs.QueueLoad;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.ListContract;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link Jobs} promise. */
public abstract class JobsContract extends ListContract<Job, JobField> {
  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private final UserId owner = new UserId(IDENTIFIERS.next());
  private final Actor actor = new Actor.SignedIn(owner, Set.of(Permission.CATALOG_WRITE));

  /** The port under test. */
  protected abstract Jobs jobs();

  @Test
  void findsWhatWasAdded() {
    Job job = added(actor, NOW);
    assertStored(job);
    Actor program =
        new Actor.KeyHolder(
            new ApiKeyId(IDENTIFIERS.next()), owner, Set.of(Permission.CATALOG_WRITE));
    Job ofProgram = added(program, NOW);
    assertStored(ofProgram);
    assertThat(ofProgram.actor()).isEqualTo(program);
  }

  @Test
  void findsNoneThatIsUnknown() {
    JobId unknown = new JobId(IDENTIFIERS.next());
    assertThat(inTransaction(() -> jobs().find(unknown))).isEmpty();
    assertThat(inTransaction(() -> jobs().findForUpdate(unknown))).isEmpty();
    assertThat(inTransaction(() -> jobs().rejectedLines(unknown))).isEmpty();
  }

  @Test
  void updateReplacesTheStoredState() {
    Job running = added(actor, NOW).after(step(3, 2), NOW.plusSeconds(1));
    update(running);
    assertStored(running);
    Job succeeded = running.after(step(0), NOW.plusSeconds(2));
    update(succeeded);
    assertStored(succeeded);
    Job putOff = added(actor, NOW).afterFailure("It “can't” be done.", NOW.plusSeconds(3));
    update(putOff);
    assertStored(putOff);
    Job failed = failed(added(actor, NOW), NOW);
    update(failed);
    assertStored(failed);
  }

  @Test
  void aJobThatIsQueuedAgainIsStoredAsItIsThen() {
    Job failed = failed(added(actor, NOW), NOW);
    update(failed);
    Job retried = failed.retried(NOW.plusSeconds(9));
    inTransaction(() -> jobs().requeue(retried));
    assertStored(retried);
  }

  @Test
  void findsTheUnfinishedJobOfAKeyAndNoOther() {
    String key = unique();
    Job first = job(actor, terms(0, NOW, key), NOW);
    inTransaction(() -> jobs().add(first));
    inTransaction(() -> jobs().add(job(actor, terms(0, NOW, unique()), NOW)));
    assertThat(unfinished(key)).contains(first);
    update(first.cancelled(NOW));
    assertThat(unfinished(key)).isEmpty();
    Job second = job(actor, terms(0, NOW, key), NOW);
    inTransaction(() -> jobs().add(second));
    assertThat(unfinished(key)).contains(second);
  }

  @Test
  void ofManyWhoQueueAJobOfAKeyOneFindsNone() {
    String key = unique();
    List<Boolean> queued =
        Concurrently.inThreads(THREADS, () -> inTransaction(() -> queuedUnlessUnfinished(key)));
    assertThat(queued).filteredOn(Boolean::booleanValue).hasSize(1);
  }

  @Test
  void locksWhatWasOverLongestAndPassesOverWhatAnotherHolds() {
    Job third = over(LONG_AGO.plusSeconds(3));
    Job first = over(LONG_AGO.plusSeconds(1));
    Job second = over(LONG_AGO.plusSeconds(2));
    assertThat(inTransaction(() -> jobs().lockOverBefore(LONG_AGO.plusSeconds(3), 10)))
        .containsExactly(first, second);
    inTransaction(
        () -> {
          assertThat(jobs().lockOverBefore(LONG_AGO.plusSeconds(9), 1)).containsExactly(first);
          assertThat(inAnotherTransaction(() -> jobs().lockOverBefore(LONG_AGO.plusSeconds(9), 10)))
              .containsExactly(second, third);
        });
    inTransaction(() -> jobs().remove(List.of(first.id(), second.id(), third.id())));
  }

  @Test
  void whatIsRemovedIsGoneWithItsRejectedLines() {
    Job kept = over(LONG_AGO);
    Job removed = over(LONG_AGO);
    inTransaction(() -> jobs().reject(kept.id(), List.of(line(1))));
    inTransaction(() -> jobs().reject(removed.id(), List.of(line(1))));
    inTransaction(() -> jobs().remove(List.of(removed.id())));
    assertThat(inTransaction(() -> jobs().find(removed.id()))).isEmpty();
    assertThat(inTransaction(() -> jobs().rejectedLines(removed.id()))).isEmpty();
    assertThat(inTransaction(() -> jobs().rejectedLines(kept.id()))).hasSize(1);
    inTransaction(() -> jobs().remove(List.of(kept.id())));
  }

  @Test
  void tellsWhatAQueueHolds() {
    QueueLoad before = load();
    Job due = job(actor, terms(0, LONG_AGO, unique()), LONG_AGO);
    Job dueLater = job(actor, terms(0, NOW.plusSeconds(60), unique()), NOW);
    inTransaction(() -> jobs().add(due));
    inTransaction(() -> jobs().add(dueLater));
    Job running = added(actor, NOW).after(step(3), NOW);
    update(running);
    Job failed = failed(added(actor, NOW), NOW);
    update(failed);

    QueueLoad load = load();
    assertThat(load.queue()).isEqualTo(JobType.PRODUCT_IMPORT.queue());
    assertThat(load.waiting() - before.waiting()).isEqualTo(2);
    assertThat(load.running() - before.running()).isEqualTo(1);
    assertThat(load.failed() - before.failed()).isEqualTo(1);
    assertThat(load.dueSince()).contains(LONG_AGO);

    for (Job job : List.of(due, dueLater, running)) {
      update(job.cancelled(NOW));
    }
    assertThat(load().waiting()).isEqualTo(before.waiting());
    assertThat(load().dueSince()).isEqualTo(before.dueSince());
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    Job kept = added(actor, NOW);
    Job job = job(actor, NOW);
    rollBack(
        () -> {
          jobs().add(job);
          jobs().update(kept.cancelled(NOW));
          jobs().reject(kept.id(), List.of(line(1)));
        });
    assertThat(inTransaction(() -> jobs().find(job.id()))).isEmpty();
    assertStored(kept);
    assertThat(inTransaction(() -> jobs().rejectedLines(kept.id()))).isEmpty();
  }

  @Test
  void aLockedJobIsReadAsItsHolderLeavesIt() {
    Job job = added(actor, NOW);
    Job cancelled = job.cancelled(NOW);
    assertThat(
            readWhileChanged(() -> jobs().findForUpdate(job.id()), () -> jobs().update(cancelled)))
        .contains(cancelled);
  }

  @Test
  void tellsRejectedLinesByTheirNumbers() {
    Job job = added(actor, NOW);
    Job other = added(actor, NOW);
    RejectedLine several =
        new RejectedLine(
            12,
            List.of(
                new FieldError("name", "must be “given”"),
                new FieldError("price.amount", "must not be negative")));
    inTransaction(() -> jobs().reject(job.id(), List.of(several, line(3))));
    inTransaction(() -> jobs().reject(job.id(), List.of()));
    inTransaction(() -> jobs().reject(job.id(), List.of(line(20))));
    assertThat(inTransaction(() -> jobs().rejectedLines(job.id())))
        .containsExactly(line(3), several, line(20));
    assertThat(inTransaction(() -> jobs().rejectedLines(other.id()))).isEmpty();
  }

  @Test
  void keepsNoMoreRejectedLinesThanItPromises() {
    Job job = added(actor, NOW);
    inTransaction(() -> jobs().reject(job.id(), lines(1, Job.MAX_REJECTED_LINES - 1)));
    inTransaction(() -> jobs().reject(job.id(), lines(Job.MAX_REJECTED_LINES, 5)));
    inTransaction(() -> jobs().reject(job.id(), lines(5_000, 5)));
    assertThat(inTransaction(() -> jobs().rejectedLines(job.id())))
        .isEqualTo(lines(1, Job.MAX_REJECTED_LINES));
  }

  @Test
  void listsWhatMeetsEveryCondition() {
    Job queued = added(actor, NOW);
    Job cancelled = added(actor, NOW).cancelled(NOW);
    update(cancelled);
    Job anothers = added(new Actor.SignedIn(new UserId(IDENTIFIERS.next()), all()), NOW);

    assertThat(found(filter(Optional.of(owner), Optional.empty())))
        .containsExactlyInAnyOrder(queued, cancelled);
    assertThat(found(filter(Optional.of(owner), Optional.of(JobState.CANCELLED))))
        .containsExactly(cancelled);
    assertThat(found(filter(Optional.of(anothers.owner()), Optional.of(JobState.QUEUED))))
        .containsExactly(anothers);
    assertThat(found(filter(Optional.of(owner), Optional.of(JobState.RUNNING)))).isEmpty();
    assertThat(
            found(
                new JobFilter(
                    Optional.of(owner),
                    Optional.empty(),
                    Optional.of(JobState.QUEUED),
                    Optional.of(JobQueue.IMPORTS))))
        .containsExactly(queued);
  }

  @Override
  protected List<JobField> fields() {
    return List.of(JobField.values());
  }

  @Override
  protected Comparator<Job> by(JobField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(Job::createdAt);
    };
  }

  @Override
  protected Comparator<Job> naturalOrder() {
    return Comparator.comparing(Job::createdAt).reversed();
  }

  @Override
  protected UUID idOf(Job job) {
    return job.id().value();
  }

  @Override
  protected Job addListed(int number) {
    return added(actor, NOW.plusSeconds(number * 7L % 5));
  }

  @Override
  protected Slice<Job> list(PageRequest<JobField> page) {
    return inTransaction(() -> jobs().list(filter(Optional.of(owner), Optional.empty()), page));
  }

  private List<Job> found(JobFilter filter) {
    return inTransaction(
        () ->
            jobs()
                .list(filter, new PageRequest<>(new PageRequest.Page(1), 100, List.of()))
                .items());
  }

  private static JobFilter filter(Optional<UserId> owner, Optional<JobState> state) {
    return new JobFilter(owner, Optional.of(JobType.PRODUCT_IMPORT), state, Optional.empty());
  }

  private Job added(Actor by, Instant at) {
    Job job = job(by, at);
    inTransaction(() -> jobs().add(job));
    return job;
  }

  private void update(Job job) {
    inTransaction(() -> jobs().update(job));
  }

  private void assertStored(Job job) {
    assertThat(inTransaction(() -> jobs().find(job.id()))).contains(job);
    assertThat(inTransaction(() -> jobs().findForUpdate(job.id()))).contains(job);
  }

  private boolean queuedUnlessUnfinished(String key) {
    boolean isFree = jobs().findUnfinished(JobType.PRODUCT_IMPORT, key).isEmpty();
    if (isFree) {
      jobs().add(job(actor, terms(0, NOW, key), NOW));
    }
    return isFree;
  }

  private Optional<Job> unfinished(String key) {
    return inTransaction(() -> jobs().findUnfinished(JobType.PRODUCT_IMPORT, key));
  }

  private Job over(Instant at) {
    Job over = added(actor, at).cancelled(at);
    update(over);
    return over;
  }

  private QueueLoad load() {
    return inTransaction(() -> jobs().loads(NOW)).stream()
        .filter(load -> load.queue() == JobType.PRODUCT_IMPORT.queue())
        .findFirst()
        .orElseThrow();
  }

  private static Job failed(Job job, Instant at) {
    Job failed = job;
    while (!failed.state().isOver()) {
      failed = failed.afterFailure("It “can’t” be done.", at);
    }
    return failed;
  }

  private static JobTerms terms(int priority, Instant runAt, String uniqueKey) {
    return new JobTerms(priority, Optional.of(runAt), Optional.of(uniqueKey));
  }

  private static Job job(Actor by, Instant at) {
    return job(by, terms(7, at.plusSeconds(1), unique()), at);
  }

  private static Job job(Actor by, JobTerms terms, Instant at) {
    return Job.queued(new JobId(IDENTIFIERS.next()), JobType.PRODUCT_IMPORT, by, terms, 10, at);
  }

  private static JobStep step(long lines, long... rejected) {
    return new JobStep(lines, LongStream.of(rejected).mapToObj(JobsContract::line).toList());
  }

  private static List<RejectedLine> lines(long first, int number) {
    return LongStream.range(first, first + number).mapToObj(JobsContract::line).toList();
  }

  private static RejectedLine line(long number) {
    return new RejectedLine(number, List.of(new FieldError("line", "is no product")));
  }

  private static Set<Permission> all() {
    return Set.of(Permission.values());
  }
}
