package dev.quartermaster.domain.jobs;

import java.util.List;

/**
 * What one step of a job's work did.
 *
 * @param lines how many lines it went through, those that it rejected included; 0 when there was
 *     nothing left to do
 * @param rejected the lines that were left out
 */
public record JobStep(long lines, List<RejectedLine> rejected) {
  public JobStep {
    rejected = List.copyOf(rejected);
  }

  /** Whether it found nothing left to do. */
  public boolean wasTheLast() {
    return lines == 0;
  }
}
