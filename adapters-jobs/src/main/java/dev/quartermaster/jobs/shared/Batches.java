package dev.quartermaster.jobs.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import java.util.function.IntUnaryOperator;
import org.jboss.logging.Logger;

/**
 * Work that is done in batches, each in a transaction of its own, until nothing is left.
 *
 * @param limit how many things a batch holds
 * @param rounds how many batches a run may take; what is left then waits for the next run
 */
public record Batches(int limit, int rounds) {
  /** For rows that are light. */
  public static final Batches OF_ROWS = new Batches(1_000, 100);

  /**
   * Runs the work. When a neighbour does not answer, the run ends with a line in the log and the
   * rest waits for the next one.
   *
   * @param work takes the limit of a batch and tells how many things the batch had
   * @return how many things all batches had
   */
  public int run(Logger log, IntUnaryOperator work) {
    int done = 0;
    try {
      for (int round = 0; round < rounds; round++) {
        int batch = work.applyAsInt(limit);
        done += batch;
        if (batch < limit) {
          break;
        }
      }
    } catch (DomainException e) {
      if (e.kind() != ErrorKind.UNAVAILABLE) {
        throw e;
      }
      log.warnf("put off until the next run: %s", e.detail());
    }
    return done;
  }
}
