package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.InvalidInput;
import java.time.Instant;
import java.util.Optional;

/**
 * On what terms somebody has a job done.
 *
 * @param priority 0 to {@value #MAX_PRIORITY}; of the jobs of a queue that could begin, the highest
 *     does
 * @param runAt before when it does not begin; empty for as soon as a node is free
 * @param uniqueKey of the unfinished jobs of a type one at the most has this key; empty for any
 *     number
 */
public record JobTerms(int priority, Optional<Instant> runAt, Optional<String> uniqueKey) {
  /** The highest priority. */
  public static final int MAX_PRIORITY = 9;

  /** How many characters a key has at the most. */
  public static final int MAX_KEY_LENGTH = 255;

  public JobTerms {
    int given = priority;
    Optional<String> key = uniqueKey;
    InvalidInput.collect(() -> checkPriority(given), () -> key.ifPresent(JobTerms::checkKey));
  }

  /** Behind all that is urgent, as soon as a node is free, and beside any other. */
  public static JobTerms plain() {
    return new JobTerms(0, Optional.empty(), Optional.empty());
  }

  private static void checkPriority(int priority) {
    if (priority < 0 || priority > MAX_PRIORITY) {
      throw InvalidInput.of("priority", "must be a whole number from 0 to " + MAX_PRIORITY);
    }
  }

  private static void checkKey(String key) {
    if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
      throw InvalidInput.of("uniqueKey", "must have 1 to " + MAX_KEY_LENGTH + " characters");
    }
  }
}
