package dev.quartermaster.domain.shared;

/** Keeps what was done, by whom and to what. Safe for use by many threads at once. */
public interface AuditTrail {

  /**
   * Appends an entry in the current transaction of {@link UnitOfWork}, so that the entry is there
   * exactly when the change is.
   */
  void append(AuditEntry entry);
}
