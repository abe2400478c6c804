package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.util.List;
import java.util.Optional;

/** The jobs, and the queue from which nodes take them. */
public interface Jobs {

  /** The job, if there is one. */
  Optional<Job> find(JobId id);

  /** The job, if there is one, locked until the transaction ends. */
  Optional<Job> findForUpdate(JobId id);

  /** A part of the jobs that meet the filter; by default the newest first. */
  Slice<Job> list(JobFilter filter, PageRequest<JobField> page);

  /** Adds a job and queues it: once the transaction has committed, some node begins it. */
  void add(Job job);

  /** Replaces the stored state. */
  void update(Job job);

  /** Keeps more rejected lines of a job, up to {@link Job#MAX_REJECTED_LINES} of all. */
  void reject(JobId id, List<RejectedLine> lines);

  /** The rejected lines that are kept of a job, by their numbers. */
  List<RejectedLine> rejectedLines(JobId id);
}
