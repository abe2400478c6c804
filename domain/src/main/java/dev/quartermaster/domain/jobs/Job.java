package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.Backoff;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Work in the background, in the name of whoever asked for it.
 *
 * @param id never changes
 * @param type what it does
 * @param owner in whose name
 * @param key the API key that asked for it; empty when the owner did so in person
 * @param state how far it has come
 * @param priority 0 to {@value JobTerms#MAX_PRIORITY}; the highest of its queue begins first
 * @param uniqueKey what no other unfinished job of the type has; empty if any may be beside it
 * @param runAt before when no node begins it, or tries it again
 * @param attempts how often in a row it failed since it last came further
 * @param done how many lines of its input it went through
 * @param total how many lines its input has
 * @param rejected how many of the lines done were left out
 * @param failure why it was given up; empty unless it was
 * @param createdAt when it was asked for
 * @param startedAt when a node first began it
 * @param finishedAt when it was over
 * @param updatedAt when it last changed
 * @param version counts the changes, from 1
 */
public record Job(
    JobId id,
    JobType type,
    UserId owner,
    Optional<ApiKeyId> key,
    JobState state,
    int priority,
    Optional<String> uniqueKey,
    Instant runAt,
    int attempts,
    long done,
    long total,
    long rejected,
    Optional<String> failure,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Instant updatedAt,
    long version) {
  /** How many rejected lines a job keeps; of more it tells the number alone. */
  public static final int MAX_REJECTED_LINES = 1_000;

  /** After how many failures in a row a job is given up. */
  public static final int MAX_ATTEMPTS = 10;

  /** How long a job is kept after it was over. */
  public static final Duration RETENTION = Duration.ofDays(7);

  /** How far ahead a job can be put. */
  public static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10));

  private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1_000);

  /**
   * A new job that nobody has begun.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when the actor is nobody
   * @throws dev.quartermaster.domain.shared.Forbidden when the actor may not have it done
   * @throws InvalidInput when it shall wait too long
   */
  public static Job queued(
      JobId id, JobType type, Actor actor, JobTerms terms, long total, Instant at) {
    actor.require(type.permission());
    if (terms.runAt().filter(at.plus(LONGEST_WAIT)::isBefore).isPresent()) {
      throw InvalidInput.of("runAt", "must be within " + LONGEST_WAIT.toDays() + " days from now");
    }
    return new Job(
        id,
        type,
        actor.requirePrincipal(type.permission()),
        actor instanceof Actor.KeyHolder holder ? Optional.of(holder.key()) : Optional.empty(),
        JobState.QUEUED,
        terms.priority(),
        terms.uniqueKey(),
        terms.runAt().filter(at::isBefore).orElse(at),
        0,
        0,
        total,
        0,
        Optional.empty(),
        at,
        Optional.empty(),
        Optional.empty(),
        at,
        1);
  }

  /** The job after a step: begun by the first, and over with the one that found nothing left. */
  public Job after(JobStep step, Instant at) {
    return new Job(
        id,
        type,
        owner,
        key,
        step.wasTheLast() ? JobState.SUCCEEDED : JobState.RUNNING,
        priority,
        uniqueKey,
        runAt,
        0,
        done + step.lines(),
        total,
        rejected + step.rejected().size(),
        failure,
        createdAt,
        startedAt.or(() -> Optional.of(at)),
        step.wasTheLast() ? Optional.of(at) : Optional.empty(),
        at,
        version + 1);
  }

  /**
   * The job, ended by somebody.
   *
   * @throws JobNotCancellable when it is over
   */
  public Job cancelled(Instant at) {
    if (state.isOver()) {
      throw new JobNotCancellable(state);
    }
    return stopped(JobState.CANCELLED, runAt, attempts, failure, Optional.of(at), at);
  }

  /**
   * The job after an attempt at it that failed: put off by a pause that doubles from failure to
   * failure, or after {@value #MAX_ATTEMPTS} in a row given up for that reason.
   */
  public Job afterFailure(String reason, Instant at) {
    int failures = attempts + 1;
    return failures < MAX_ATTEMPTS
        ? stopped(
            JobState.QUEUED,
            at.plus(PAUSES.after(failures, id.value())),
            failures,
            Optional.empty(),
            Optional.empty(),
            at)
        : stopped(JobState.FAILED, runAt, failures, Optional.of(reason), Optional.of(at), at);
  }

  /**
   * The job, queued again to go on where it stopped.
   *
   * @throws JobNotRetryable unless it failed or was cancelled
   */
  public Job retried(Instant at) {
    if (!isRetryable()) {
      throw new JobNotRetryable(state);
    }
    return stopped(JobState.QUEUED, at, 0, Optional.empty(), Optional.empty(), at);
  }

  /** Whether it stopped before it was done, and may go on. */
  public boolean isRetryable() {
    return state == JobState.FAILED || state == JobState.CANCELLED;
  }

  private Job stopped(
      JobState next,
      Instant nextRunAt,
      int failures,
      Optional<String> reason,
      Optional<Instant> end,
      Instant at) {
    return new Job(
        id,
        type,
        owner,
        key,
        next,
        priority,
        uniqueKey,
        nextRunAt,
        failures,
        done,
        total,
        rejected,
        reason,
        createdAt,
        startedAt,
        end,
        at,
        version + 1);
  }

  /** How many lines it went through in a second, from its beginning to its last change. */
  public BigDecimal rate() {
    Instant since = startedAt.orElse(updatedAt);
    long millis = Math.max(1, Duration.between(since, updatedAt).toMillis());
    return BigDecimal.valueOf(done)
        .multiply(MILLIS_PER_SECOND)
        .divide(BigDecimal.valueOf(millis), 1, RoundingMode.HALF_UP);
  }

  /** Under which name it is queued: another one each time, so that none is taken for another. */
  public String ticket() {
    return id + "@" + version;
  }

  /** The job that is queued under that name. */
  public static JobId ofTicket(String ticket) {
    return new JobId(UUID.fromString(ticket.split("@", 2)[0]));
  }

  /** In whose name it changes things, with the permission that it needs. */
  public Actor actor() {
    Set<Permission> permissions = Set.of(type.permission());
    return key.<Actor>map(by -> new Actor.KeyHolder(by, owner, permissions))
        .orElseGet(() -> new Actor.SignedIn(owner, permissions));
  }

  /** Whether that very actor asked for it, or a program in their name. */
  public boolean isOf(Actor actor) {
    return actor.is(owner)
        || (actor instanceof Actor.KeyHolder holder && key.equals(Optional.of(holder.key())));
  }

  /** What the audit trail tells of the job. */
  public Map<String, String> auditable() {
    return Map.of("type", type.code(), "state", state.code(), "total", Long.toString(total));
  }
}
