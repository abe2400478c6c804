package dev.quartermaster.domain.audit;

/** What lists of audit entries can be sorted by. */
public enum AuditEventField {
  CREATED_AT
}
