package dev.quartermaster.application.reconciliation;

/** Tells every node what the last reconciliation found, whichever node ran it. */
public interface CountDisagreements {

  /** How many disagreements the last run found; none before the first. */
  long count();
}
