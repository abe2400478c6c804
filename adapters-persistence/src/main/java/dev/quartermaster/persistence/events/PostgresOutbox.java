package dev.quartermaster.persistence.events;

import dev.quartermaster.domain.shared.CurrentRequest;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.JsonTree;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Appends by one insert into a table without a common row, so that writers don't wait. */
@Singleton
final class PostgresOutbox implements Outbox {
  private final Statements statements;
  private final Identifiers identifiers;
  private final CurrentRequest request;
  private final UnitOfWork unitOfWork;
  private final PostgresEventNotices notices;

  PostgresOutbox(
      Statements statements,
      Identifiers identifiers,
      CurrentRequest request,
      UnitOfWork unitOfWork,
      PostgresEventNotices notices) {
    this.statements = statements;
    this.identifiers = identifiers;
    this.request = request;
    this.unitOfWork = unitOfWork;
    this.notices = notices;
  }

  @Override
  public void append(List<DomainEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    Optional<String> current = request.id();
    statements.update(
        """
        INSERT INTO event_arrivals (id, type, schema_version, aggregate_type, aggregate_id,
                                    sequence, owner_id, actor, request_id, occurred_at, data)
        SELECT id, type, schema_version, aggregate_type, aggregate_id,
               sequence, owner_id, actor, request_id, occurred_at, data::json
        FROM unnest((SELECT ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
            AS event (id, type, schema_version, aggregate_type, aggregate_id,
                      sequence, owner_id, actor, request_id, occurred_at, data, position)
        ORDER BY position
        """,
        SqlArray.uuids(events, _ -> identifiers.next()),
        SqlArray.texts(events, DomainEvent::type),
        SqlArray.numbers(events, event -> (long) event.schemaVersion()),
        SqlArray.texts(events, DomainEvent::aggregateType),
        SqlArray.texts(events, DomainEvent::aggregateId),
        SqlArray.numbers(events, DomainEvent::sequence),
        SqlArray.optionalUuids(events, event -> event.owner().map(UserId::value)),
        SqlArray.texts(events, event -> event.actor().reference()),
        SqlArray.optionalTexts(events, event -> event.requestId().or(() -> current)),
        SqlArray.instants(events, DomainEvent::at),
        SqlArray.texts(events, event -> JsonTree.write(event.data())));
    unitOfWork.afterCommit(notices::arrived);
  }
}
