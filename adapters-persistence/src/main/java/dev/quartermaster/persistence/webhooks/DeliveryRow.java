package dev.quartermaster.persistence.webhooks;

import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Attempt;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.DeliveryState;
import dev.quartermaster.domain.webhooks.Message;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import dev.quartermaster.persistence.shared.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A row of {@code webhook_deliveries}. */
final class DeliveryRow {
  private DeliveryRow() {}

  /** The delivery of the row. */
  static Delivery read(Row row) throws SQLException {
    return new Delivery(
        new DeliveryId(row.uuid("id")),
        new WebhookId(row.uuid("webhook_id")),
        new Message(
            row.uuid("event_id"),
            row.text("event_type"),
            row.text("aggregate_type"),
            row.text("aggregate_id"),
            row.text("body")),
        DeliveryState.ofCode(row.text("state")).orElseThrow(),
        row.smallNumber("attempts"),
        row.instant("next_attempt_at"),
        attempt(row),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("version"));
  }

  private static Optional<Attempt> attempt(Row row) throws SQLException {
    Optional<String> url = row.optionalText("attempt_url");
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Attempt(
                WebhookUrl.of(url.get()),
                row.instant("attempted_at"),
                Duration.ofMillis(row.number("duration_ms")),
                answer(row)));
  }

  private static Answer answer(Row row) throws SQLException {
    Optional<String> failure = row.optionalText("failure");
    return failure.isPresent()
        ? new Answer.Failed(failure.get())
        : new Answer.Received(row.smallNumber("answer_status"), row.optionalText("answer_excerpt"));
  }
}
