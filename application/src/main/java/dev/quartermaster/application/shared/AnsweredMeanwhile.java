package dev.quartermaster.application.shared;

/** Rolls the transaction back because a twin was answered after this one looked. */
final class AnsweredMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnsweredMeanwhile() {
    super(null, null, false, false);
  }
}
