package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Identifiers;
import java.util.List;
import java.util.UUID;

/** An audit trail in memory. */
public final class InMemoryAuditTrail implements AuditTrail {
  private final Identifiers identifiers = new SequentialIdentifiers();
  private final InMemoryTable<UUID, Appended> appended;

  /** Nothing was done yet. */
  public InMemoryAuditTrail(InMemoryUnitOfWork unitOfWork) {
    this.appended = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void append(List<AuditEntry> entries) {
    for (AuditEntry entry : entries) {
      UUID id = identifiers.next();
      appended.put(id, new Appended(id, entry));
    }
  }

  /** What was done, with its ids, in the order in which it was committed. */
  public List<Appended> appended() {
    return appended.rows();
  }

  /** What was done, in the order in which it was committed. */
  public List<AuditEntry> entries() {
    return appended().stream().map(Appended::entry).toList();
  }

  /** The actions done to a target, in the order in which they were committed. */
  public List<String> actionsOn(Object targetId) {
    return entries().stream()
        .filter(entry -> entry.targetId().equals(targetId.toString()))
        .map(AuditEntry::action)
        .toList();
  }

  /**
   * An entry under its id.
   *
   * @param id a UUID of version 7, ascending in the order of the entries
   * @param entry what was done
   */
  public record Appended(UUID id, AuditEntry entry) {}
}
