package dev.quartermaster.domain.shared;

import java.util.List;

/** Keeps what was done, by whom and to what. Safe for use by many threads at once. */
public interface AuditTrail {

  /**
   * Appends entries, in their order, in the current transaction of {@link UnitOfWork}, so that they
   * are there exactly when the changes are. Callers never wait for one another.
   */
  void append(List<AuditEntry> entries);

  /** {@link #append(List)} for one entry. */
  default void append(AuditEntry entry) {
    append(List.of(entry));
  }
}
