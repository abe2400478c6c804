package dev.quartermaster.domain.jobs;

/** What lists of jobs can be sorted by. */
public enum JobField {
  CREATED_AT
}
