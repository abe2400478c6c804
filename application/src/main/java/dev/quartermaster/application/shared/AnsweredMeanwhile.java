package dev.quartermaster.application.shared;

import java.util.function.Supplier;

/** Rolls the transaction back because a twin was answered after this one looked. */
final class AnsweredMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnsweredMeanwhile() {
    super(null, null, false, false);
  }

  /** Attempts it again after such a rollback: then the twin's answer is there to be found. */
  static <T> T orAgain(Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (AnsweredMeanwhile meanwhile) {
      return attempt.get();
    }
  }
}
