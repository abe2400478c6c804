package dev.quartermaster.jobs.shared;

import dev.quartermaster.domain.shared.Schedule;
import java.util.function.IntUnaryOperator;
import org.jboss.logging.Logger;

/**
 * What is done on a schedule, on one node of all at a time. A bean of this type is all that it
 * takes.
 *
 * @param schedule when
 * @param work what; a run that throws has failed
 */
public record RecurringWork(Schedule schedule, Runnable work) {
  private static final Logger LOG = Logger.getLogger(RecurringWork.class);

  /**
   * Work that forgets things in batches, until nothing is left.
   *
   * @param batch takes how many to forget at the most, and tells how many it forgot
   */
  public static RecurringWork forgetting(
      Schedule schedule, Batches batches, IntUnaryOperator batch) {
    return new RecurringWork(
        schedule, () -> LOG.debugf("%s: forgot %d", schedule.code(), batches.run(LOG, batch)));
  }
}
