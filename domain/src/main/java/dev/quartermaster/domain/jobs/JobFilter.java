package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/**
 * Which jobs a list holds; every condition given must be met.
 *
 * @param owner jobs of this user
 * @param type exactly this type
 * @param state exactly this state
 * @param queue of this queue
 */
public record JobFilter(
    Optional<UserId> owner,
    Optional<JobType> type,
    Optional<JobState> state,
    Optional<JobQueue> queue) {}
