package dev.quartermaster.persistence.shared;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/**
 * Waits for a transaction's end and acts if that was a commit.
 *
 * @param action what to do then
 */
record AfterCommit(Runnable action) implements Synchronization {
  @Override
  public void beforeCompletion() {}

  @Override
  public void afterCompletion(int status) {
    if (status == Status.STATUS_COMMITTED) {
      action.run();
    }
  }
}
