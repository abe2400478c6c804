package dev.quartermaster.testkit.jobs;

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
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs in memory, which no node takes up by itself. */
public final class InMemoryJobs implements Jobs {
  private final InMemoryTable<JobId, Job> jobs;
  private final InMemoryTable<JobId, List<RejectedLine>> rejected;
  private final InMemoryList<Job, JobField> list =
      new InMemoryList<>(InMemoryJobs::by, JobField.CREATED_AT, job -> job.id().value());

  /** No jobs. */
  public InMemoryJobs(InMemoryUnitOfWork unitOfWork) {
    this.jobs = new InMemoryTable<>(unitOfWork);
    this.rejected = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public Optional<Job> find(JobId id) {
    return jobs.find(id);
  }

  @Override
  public Optional<Job> findForUpdate(JobId id) {
    return jobs.findForUpdate(id);
  }

  @Override
  public Optional<Job> findUnfinished(JobType type, String uniqueKey) {
    jobs.lock(type.code() + " " + uniqueKey);
    return jobs.rows().stream()
        .filter(job -> job.type() == type && job.uniqueKey().equals(Optional.of(uniqueKey)))
        .filter(job -> !job.state().isOver())
        .findFirst();
  }

  @Override
  public Slice<Job> list(JobFilter filter, PageRequest<JobField> page) {
    return list.slice(jobs.rows().stream().filter(job -> meets(job, filter)).toList(), page);
  }

  @Override
  public void add(Job job) {
    jobs.put(job.id(), job);
  }

  @Override
  public void update(Job job) {
    jobs.put(job.id(), job);
  }

  @Override
  public void requeue(Job job) {
    jobs.put(job.id(), job);
  }

  @Override
  public void reject(JobId id, List<RejectedLine> lines) {
    rejected.put(
        id,
        Stream.concat(rejectedLines(id).stream(), lines.stream())
            .limit(Job.MAX_REJECTED_LINES)
            .toList());
  }

  @Override
  public List<RejectedLine> rejectedLines(JobId id) {
    return rejected.find(id).orElse(List.of()).stream()
        .sorted(Comparator.comparing(RejectedLine::line))
        .toList();
  }

  @Override
  public List<Job> lockOverBefore(Instant instant, int limit) {
    return jobs.rows().stream()
        .filter(job -> job.finishedAt().filter(instant::isAfter).isPresent())
        .sorted(Comparator.comparing(job -> job.finishedAt().orElseThrow()))
        .filter(job -> jobs.tryLock(job.id()))
        .limit(limit)
        .toList();
  }

  @Override
  public void remove(List<JobId> ids) {
    ids.forEach(rejected::remove);
    ids.forEach(jobs::remove);
  }

  @Override
  public List<QueueLoad> loads(Instant now) {
    return Stream.of(JobQueue.values()).map(queue -> load(queue, now)).toList();
  }

  private QueueLoad load(JobQueue queue, Instant now) {
    return new QueueLoad(
        queue,
        count(queue, JobState.QUEUED),
        count(queue, JobState.RUNNING),
        count(queue, JobState.FAILED),
        jobs.rows().stream()
            .filter(job -> job.type().queue() == queue && job.state() == JobState.QUEUED)
            .map(Job::runAt)
            .filter(runAt -> !runAt.isAfter(now))
            .min(Instant::compareTo));
  }

  private long count(JobQueue queue, JobState state) {
    return jobs.rows().stream()
        .filter(job -> job.type().queue() == queue && job.state() == state)
        .count();
  }

  private static boolean meets(Job job, JobFilter filter) {
    return filter.owner().stream().allMatch(job.owner()::equals)
        && filter.type().stream().allMatch(job.type()::equals)
        && filter.state().stream().allMatch(job.state()::equals)
        && filter.queue().stream().allMatch(job.type().queue()::equals);
  }

  private static Comparator<Job> by(JobField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(Job::createdAt);
    };
  }
}
