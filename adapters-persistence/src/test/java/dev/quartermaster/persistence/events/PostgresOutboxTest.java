package dev.quartermaster.persistence.events;

import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.persistence.shared.Statements;
import dev.quartermaster.testkit.shared.OutboxContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;

/** {@link OutboxContract} on PostgreSQL. */
@QuarkusTest
class PostgresOutboxTest extends OutboxContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Outbox outbox;
  @Inject Statements statements;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected List<String> typesOf(String aggregateId) {
    return inTransaction(
        () ->
            statements.query(
                row -> row.text("type"),
                "SELECT type FROM event_arrivals WHERE aggregate_id = ? ORDER BY arrival",
                aggregateId));
  }
}
