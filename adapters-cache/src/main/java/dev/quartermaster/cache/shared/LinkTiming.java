package dev.quartermaster.cache.shared;

import java.time.Duration;

/**
 * How long a {@link RedisLink} waits for what.
 *
 * @param answer how long a caller waits for the answer to a command
 * @param pause how long nothing is asked after an answer that did not come
 * @param heartbeat how often the link is tried; one that fails is noticed after twice as long
 * @param retry how long after a failure the link connects again
 */
public record LinkTiming(Duration answer, Duration pause, Duration heartbeat, Duration retry) {
  /** Keeps a Redis that fails from being felt, and its failure unnoticed for less than a second. */
  public static final LinkTiming DEFAULT =
      new LinkTiming(
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofMillis(400),
          Duration.ofSeconds(1));
}
