package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import java.util.List;
import java.util.UUID;

/** An audit trail in memory. */
public final class InMemoryAuditTrail implements AuditTrail {
  private final InMemoryTable<UUID, AuditEntry> entries;

  /** Nothing was done yet. */
  public InMemoryAuditTrail(InMemoryUnitOfWork unitOfWork) {
    this.entries = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void append(AuditEntry entry) {
    entries.put(UUID.randomUUID(), entry);
  }

  /** What was done, in the order in which it was committed. */
  public List<AuditEntry> entries() {
    return entries.rows();
  }

  /** The actions done to a target, in the order in which they were committed. */
  public List<String> actionsOn(Object targetId) {
    return entries().stream()
        .filter(entry -> entry.targetId().equals(targetId.toString()))
        .map(AuditEntry::action)
        .toList();
  }
}
