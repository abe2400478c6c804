package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Work in the background, in the name of whoever asked for it.
 *
 * @param id never changes
 * @param type what it does
 * @param owner in whose name
 * @param key the API key that asked for it; empty when the owner did so in person
 * @param state how far it has come
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

  /** The name under which nodes queue jobs and take them up. */
  public static final String QUEUE = "jobs";

  private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1_000);

  /**
   * A new job that nobody has begun.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when the actor is nobody
   * @throws dev.quartermaster.domain.shared.Forbidden when the actor may not have it done
   */
  public static Job queued(JobId id, JobType type, Actor actor, long total, Instant at) {
    actor.require(type.permission());
    return new Job(
        id,
        type,
        actor.requirePrincipal(type.permission()),
        actor instanceof Actor.KeyHolder holder ? Optional.of(holder.key()) : Optional.empty(),
        JobState.QUEUED,
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
    return over(JobState.CANCELLED, failure, at);
  }

  /** The job, given up for that reason. */
  public Job failed(String reason, Instant at) {
    return over(JobState.FAILED, Optional.of(reason), at);
  }

  private Job over(JobState end, Optional<String> reason, Instant at) {
    return new Job(
        id,
        type,
        owner,
        key,
        end,
        done,
        total,
        rejected,
        reason,
        createdAt,
        startedAt,
        Optional.of(at),
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
