package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.CurrentRequest;
import dev.quartermaster.domain.shared.Identifiers;
import jakarta.inject.Singleton;

/** Appends by one insert into a table without a common row, so that writers don't wait. */
@Singleton
final class PostgresAuditTrail implements AuditTrail {
  private final Statements statements;
  private final Identifiers identifiers;
  private final CurrentRequest request;

  PostgresAuditTrail(Statements statements, Identifiers identifiers, CurrentRequest request) {
    this.statements = statements;
    this.identifiers = identifiers;
    this.request = request;
  }

  @Override
  public void append(AuditEntry entry) {
    statements.update(
        """
        INSERT INTO audit_events (id, actor, action, target_type, target_id, request_id,
                                  changed_fields, changed_from, changed_to, created_at)
        VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)
        """,
        identifiers.next(),
        entry.actor().reference(),
        entry.action(),
        entry.targetType(),
        entry.targetId(),
        request.id().orElse(""),
        SqlArray.texts(entry.changes(), Change::field),
        SqlArray.optionalTexts(entry.changes(), Change::before),
        SqlArray.optionalTexts(entry.changes(), Change::after),
        entry.at());
  }
}
