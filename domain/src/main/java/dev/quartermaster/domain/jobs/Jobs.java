package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs, and the queue from which nodes take them. */
public interface Jobs {

  /** The job, if there is one. */
  Optional<Job> find(JobId id);

  /** The job, if there is one, locked until the transaction ends. */
  Optional<Job> findForUpdate(JobId id);

  /**
   * The job of that type and key that is queued or running, if there is one. Until the transaction
   * ends nobody else finds out about that key, so that whoever found none may queue one.
   */
  Optional<Job> findUnfinished(JobType type, String uniqueKey);

  /** A part of the jobs that meet the filter; by default the newest first. */
  Slice<Job> list(JobFilter filter, PageRequest<JobField> page);

  /**
   * Adds a job and queues it: once the transaction has committed, some node begins it, but not
   * before its time.
   */
  void add(Job job);

  /** Replaces the stored state. */
  void update(Job job);

  /** Replaces the stored state and queues the job again, as {@link #add} does. */
  void requeue(Job job);

  /** Keeps more rejected lines of a job, up to {@link Job#MAX_REJECTED_LINES} of all. */
  void reject(JobId id, List<RejectedLine> lines);

  /** The rejected lines that are kept of a job, by their numbers. */
  List<RejectedLine> rejectedLines(JobId id);

  /**
   * Jobs that were over before an instant, the longest over first, locked until the transaction
   * ends; those that another transaction holds are passed over.
   *
   * @param limit how many at the most
   */
  List<Job> lockOverBefore(Instant instant, int limit);

  /** Removes jobs with their rejected lines. */
  void remove(List<JobId> ids);

  /** What each queue holds. */
  List<QueueLoad> loads(Instant now);
}
