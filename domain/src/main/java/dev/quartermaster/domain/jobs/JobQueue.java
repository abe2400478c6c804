package dev.quartermaster.domain.jobs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where jobs wait that shall not hold up those of other queues. */
public enum JobQueue {
  /** Files that are read in. */
  IMPORTS(2);

  private final int atOnce;

  JobQueue(int atOnce) {
    this.atOnce = atOnce;
  }

  /** On how many jobs of the queue a node works at once. */
  public int atOnce() {
    return atOnce;
  }

  /** The name that clients know, such as {@code imports}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The queue of that code, if there is one. */
  public static Optional<JobQueue> ofCode(String code) {
    return Stream.of(values()).filter(queue -> queue.code().equals(code)).findFirst();
  }
}
