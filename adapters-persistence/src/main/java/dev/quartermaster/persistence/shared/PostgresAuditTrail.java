package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.CurrentRequest;
import dev.quartermaster.domain.shared.Identifiers;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Appends by one insert into a table of arrivals without a common row, so that writers don't wait.
 */
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

  /** One statement for any number of entries; the changes of all travel as rows of their own. */
  @Override
  public void append(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<Numbered<AuditEntry>> numbered = new ArrayList<>();
    List<Numbered<Change>> changes = new ArrayList<>();
    for (AuditEntry entry : entries) {
      UUID id = identifiers.next();
      numbered.add(new Numbered<>(id, entry));
      entry.changes().forEach(change -> changes.add(new Numbered<>(id, change)));
    }
    statements.update(
        """
        INSERT INTO audit_arrivals (id, actor, action, target_type, target_id, request_id,
                                    changed_fields, changed_from, changed_to, created_at)
        SELECT entry.id, entry.actor, entry.action, entry.target_type, entry.target_id,
               entry.request_id, coalesce(made.fields, '{}'), coalesce(made.before, '{}'),
               coalesce(made.after, '{}'), entry.created_at
        FROM unnest((SELECT ?), ?, ?, ?, ?, ?, ?)
            AS entry (id, actor, action, target_type, target_id, request_id, created_at)
        LEFT JOIN (
            SELECT id, array_agg(field ORDER BY position) AS fields,
                   array_agg(before ORDER BY position) AS before,
                   array_agg(after ORDER BY position) AS after
            FROM unnest(?, ?, ?, ?) WITH ORDINALITY
                AS change (id, field, before, after, position)
            GROUP BY id) AS made ON made.id = entry.id
        """,
        SqlArray.uuids(numbered, Numbered::id),
        SqlArray.texts(numbered, entry -> entry.of().actor().reference()),
        SqlArray.texts(numbered, entry -> entry.of().action()),
        SqlArray.texts(numbered, entry -> entry.of().targetType()),
        SqlArray.texts(numbered, entry -> entry.of().targetId()),
        SqlArray.optionalTexts(numbered, entry -> requestId(entry.of())),
        SqlArray.instants(numbered, entry -> entry.of().at()),
        SqlArray.uuids(changes, Numbered::id),
        SqlArray.texts(changes, change -> change.of().field()),
        SqlArray.optionalTexts(changes, change -> change.of().before()),
        SqlArray.optionalTexts(changes, change -> change.of().after()));
  }

  /** Without the detour over rows, since most of what is done is one thing. */
  @Override
  public void append(AuditEntry entry) {
    statements.update(
        """
        INSERT INTO audit_arrivals (id, actor, action, target_type, target_id, request_id,
                                    changed_fields, changed_from, changed_to, created_at)
        VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)
        """,
        identifiers.next(),
        entry.actor().reference(),
        entry.action(),
        entry.targetType(),
        entry.targetId(),
        requestId(entry).orElse(""),
        SqlArray.texts(entry.changes(), Change::field),
        SqlArray.optionalTexts(entry.changes(), Change::before),
        SqlArray.optionalTexts(entry.changes(), Change::after),
        entry.at());
  }

  private Optional<String> requestId(AuditEntry entry) {
    return entry.requestId().or(request::id);
  }

  /** Something of the entry of that id. */
  private record Numbered<T>(UUID id, T of) {}
}
