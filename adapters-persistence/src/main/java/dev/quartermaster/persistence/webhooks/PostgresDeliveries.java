package dev.quartermaster.persistence.webhooks;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Attempt;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryField;
import dev.quartermaster.domain.webhooks.DeliveryFilter;
import dev.quartermaster.domain.webhooks.DeliveryId;
import dev.quartermaster.domain.webhooks.WebhookHealth;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class PostgresDeliveries implements Deliveries {
  private static final Listing<DeliveryField, Delivery> DELIVERIES =
      new Listing<>(
          "webhook_deliveries",
          new Sort<>(DeliveryField.CREATED_AT, true),
          PostgresDeliveries::column,
          delivery -> delivery.id().value());

  private final Statements statements;

  PostgresDeliveries(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return statements
        .query(
            DeliveryRow::read,
            """
            SELECT delivery.* FROM webhook_deliveries AS delivery
            JOIN webhooks AS webhook ON webhook.id = delivery.webhook_id
            WHERE delivery.id = ? AND webhook.status <> 'deleted'
            """,
            id.value())
        .stream()
        .findFirst();
  }

  @Override
  public Slice<Delivery> list(DeliveryFilter filter, PageRequest<DeliveryField> page) {
    return DELIVERIES.slice(
        statements,
        conditions(filter),
        page,
        select -> statements.query(DeliveryRow::read, select.sql(), select.values().toArray()));
  }

  /** One statement for any number; holds the webhooks' keys, so that none goes meanwhile. */
  @Override
  public void add(List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    statements.update(
        """
        INSERT INTO webhook_deliveries (id, webhook_id, event_id, event_type, aggregate_type,
                                        aggregate_id, body, state, attempts, next_attempt_at,
                                        created_at, updated_at, version)
        SELECT delivery.id, webhook_id, event_id, event_type, aggregate_type, aggregate_id, body,
               state, attempts, next_attempt_at, created_at, updated_at, version
        FROM unnest((SELECT ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
            AS delivery (id, webhook_id, event_id, event_type, aggregate_type, aggregate_id, body,
                         state, attempts, next_attempt_at, created_at, updated_at, version,
                         position)
        JOIN (SELECT id AS living FROM webhooks WHERE id = ANY (?) AND status <> 'deleted'
              FOR KEY SHARE) AS webhook ON living = webhook_id
        ORDER BY position
        """,
        SqlArray.uuids(deliveries, delivery -> delivery.id().value()),
        SqlArray.uuids(deliveries, delivery -> delivery.webhookId().value()),
        SqlArray.uuids(deliveries, delivery -> delivery.message().eventId()),
        SqlArray.texts(deliveries, delivery -> delivery.message().eventType()),
        SqlArray.texts(deliveries, delivery -> delivery.message().aggregateType()),
        SqlArray.texts(deliveries, delivery -> delivery.message().aggregateId()),
        SqlArray.texts(deliveries, delivery -> delivery.message().body()),
        SqlArray.texts(deliveries, delivery -> delivery.state().code()),
        SqlArray.numbers(deliveries, delivery -> (long) delivery.attempts()),
        SqlArray.instants(deliveries, Delivery::nextAttemptAt),
        SqlArray.instants(deliveries, Delivery::createdAt),
        SqlArray.instants(deliveries, Delivery::updatedAt),
        SqlArray.numbers(deliveries, Delivery::version),
        SqlArray.uuids(
            deliveries.stream().map(Delivery::webhookId).distinct().toList(),
            webhook -> webhook.value()));
  }

  /**
   * Holds the rows of the webhooks that it takes for, so that two nodes don't exceed together what
   * each alone keeps to; a webhook whose row another has is left to the next time.
   */
  @Override
  public List<Delivery> take(Instant now, int limit) {
    // By a statement of its own, so that the next one sees what the last holders have left.
    List<UUID> ready =
        statements.query(
            row -> row.uuid("id"),
            """
            SELECT id FROM webhooks AS webhook
            WHERE status = 'enabled' AND (resting_until IS NULL OR resting_until <= ?)
            AND EXISTS (
                SELECT FROM webhook_deliveries
                WHERE webhook_id = webhook.id AND state IN ('pending', 'sending')
                AND next_attempt_at <= ?)
            ORDER BY id
            FOR NO KEY UPDATE SKIP LOCKED
            """,
            now,
            now);
    return ready.isEmpty() ? List.of() : takeFor(ready, now, limit);
  }

  /** What was recorded meanwhile is not taken back: the last line looks at it again. */
  private List<Delivery> takeFor(List<UUID> webhooks, Instant now, int limit) {
    return statements.query(
        DeliveryRow::read,
        """
        WITH room AS MATERIALIZED (
            SELECT id, failures, CASE WHEN failures < ? THEN ? ELSE 1 END - (
                SELECT count(*) FROM webhook_deliveries
                WHERE webhook_id = webhook.id AND state = 'sending' AND next_attempt_at > ?)
                AS places
            FROM webhooks AS webhook WHERE id = ANY (?)),
        due AS (
            SELECT head.id, failures > 0 AS failing,
                   row_number() OVER (PARTITION BY room.id ORDER BY number) AS turn, number
            FROM room CROSS JOIN LATERAL (
                SELECT id, number FROM webhook_deliveries AS delivery
                WHERE webhook_id = room.id AND state IN ('pending', 'sending')
                AND next_attempt_at <= ?
                AND NOT EXISTS (
                    SELECT FROM webhook_deliveries AS earlier
                    WHERE earlier.webhook_id = room.id
                    AND earlier.aggregate_id = delivery.aggregate_id
                    AND earlier.aggregate_type = delivery.aggregate_type
                    AND earlier.state IN ('pending', 'sending')
                    AND earlier.number < delivery.number)
                ORDER BY number
                LIMIT greatest(0, room.places)) AS head),
        chosen AS (
            SELECT id FROM due ORDER BY failing, turn, number LIMIT ?)
        UPDATE webhook_deliveries AS delivery
        SET state = 'sending', attempts = attempts + 1, next_attempt_at = ?, updated_at = ?,
            version = version + 1
        FROM chosen WHERE delivery.id = chosen.id
        AND delivery.state IN ('pending', 'sending') AND delivery.next_attempt_at <= ?
        RETURNING delivery.*
        """,
        WebhookHealth.RESTS_AFTER,
        Delivery.MAX_AT_ONCE,
        now,
        SqlArray.uuids(webhooks, id -> id),
        now,
        limit,
        now.plus(Delivery.LEASE),
        now,
        now);
  }

  @Override
  public boolean record(Delivery delivery) {
    List<Delivery> one = List.of(delivery);
    return statements.update(
            """
            UPDATE webhook_deliveries
            SET state = ?, attempts = ?, next_attempt_at = ?, attempt_url = nullif(?, ''),
                attempted_at = (?)[1], duration_ms = nullif(?, -1), answer_status = nullif(?, -1),
                answer_excerpt = (?)[1], failure = (?)[1], updated_at = ?, version = ?
            WHERE id = ? AND version = ?
            """,
            delivery.state().code(),
            delivery.attempts(),
            delivery.nextAttemptAt(),
            delivery.lastAttempt().map(attempt -> attempt.url().toString()).orElse(""),
            SqlArray.optionalInstants(one, each -> each.lastAttempt().map(Attempt::at)),
            delivery.lastAttempt().map(attempt -> attempt.duration().toMillis()).orElse(-1L),
            received(delivery).map(Answer.Received::status).orElse(-1),
            SqlArray.optionalTexts(one, each -> received(each).flatMap(Answer.Received::excerpt)),
            SqlArray.optionalTexts(one, PostgresDeliveries::failure),
            delivery.updatedAt(),
            delivery.version(),
            delivery.id().value(),
            delivery.version() - 1)
        == 1;
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    return statements.update(
        """
        DELETE FROM webhook_deliveries WHERE id IN (
            (SELECT id FROM webhook_deliveries
             WHERE state IN ('delivered', 'dead') AND updated_at < ? ORDER BY updated_at LIMIT ?)
            UNION ALL
            (SELECT delivery.id FROM webhooks AS webhook
             JOIN webhook_deliveries AS delivery ON delivery.webhook_id = webhook.id
             WHERE webhook.status = 'deleted' LIMIT ?)
            LIMIT ?)
        """,
        instant,
        limit,
        limit,
        limit);
  }

  private static Optional<Answer.Received> received(Delivery delivery) {
    return delivery
        .lastAttempt()
        .map(Attempt::answer)
        .filter(Answer.Received.class::isInstance)
        .map(Answer.Received.class::cast);
  }

  private static Optional<String> failure(Delivery delivery) {
    return delivery
        .lastAttempt()
        .map(Attempt::answer)
        .filter(Answer.Failed.class::isInstance)
        .map(answer -> ((Answer.Failed) answer).reason());
  }

  private static Conditions conditions(DeliveryFilter filter) {
    Conditions conditions = Conditions.where("webhook_id = ?", filter.webhook().value());
    if (filter.state().isPresent()) {
      conditions = conditions.and("state = ?", filter.state().get().code());
    }
    if (filter.eventType().isPresent()) {
      conditions = conditions.and("event_type = ?", filter.eventType().get());
    }
    return conditions;
  }

  private static SortColumn<Delivery> column(DeliveryField field) {
    return switch (field) {
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, Delivery::createdAt);
    };
  }
}
