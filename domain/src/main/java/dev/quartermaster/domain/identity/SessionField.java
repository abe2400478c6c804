package dev.quartermaster.domain.identity;

/** What lists of sessions can be sorted by. */
public enum SessionField {
  CREATED_AT
}
