package dev.quartermaster.persistence.webhooks;

import dev.quartermaster.domain.webhooks.Replay;
import dev.quartermaster.domain.webhooks.ReplayUnderWay;
import dev.quartermaster.domain.webhooks.Replays;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

@Singleton
final class PostgresReplays implements Replays {
  private final Statements statements;

  PostgresReplays(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(Replay replay) {
    int added =
        statements.update(
            """
            INSERT INTO webhook_replays (webhook_id, from_time, to_time, position, requested_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT webhook_replays_pk DO NOTHING
            """,
            replay.webhookId().value(),
            replay.from(),
            replay.to(),
            replay.position(),
            replay.requestedAt());
    if (added == 0) {
      throw new ReplayUnderWay();
    }
  }

  @Override
  public Optional<Replay> next() {
    return statements
        .query(
            PostgresReplays::replay,
            """
            SELECT * FROM webhook_replays ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .stream()
        .findFirst();
  }

  @Override
  public void update(Replay replay) {
    statements.update(
        "UPDATE webhook_replays SET position = ? WHERE webhook_id = ?",
        replay.position(),
        replay.webhookId().value());
  }

  @Override
  public void remove(WebhookId webhook) {
    statements.update("DELETE FROM webhook_replays WHERE webhook_id = ?", webhook.value());
  }

  private static Replay replay(Row row) throws SQLException {
    return new Replay(
        new WebhookId(row.uuid("webhook_id")),
        row.instant("from_time"),
        row.instant("to_time"),
        row.number("position"),
        row.instant("requested_at"));
  }
}
