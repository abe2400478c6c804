package dev.quartermaster.domain.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * What a queue holds at one moment.
 *
 * @param queue which queue
 * @param waiting how many jobs wait for a node, those that may not begin yet included
 * @param running how many are being worked on
 * @param failed how many were given up and are still kept
 * @param dueSince since when the first of those that could begin waits; empty when none could
 */
public record QueueLoad(
    JobQueue queue, long waiting, long running, long failed, Optional<Instant> dueSince) {}
