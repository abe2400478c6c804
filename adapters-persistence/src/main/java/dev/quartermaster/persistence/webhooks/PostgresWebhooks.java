package dev.quartermaster.persistence.webhooks;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookField;
import dev.quartermaster.domain.webhooks.WebhookFilter;
import dev.quartermaster.domain.webhooks.WebhookHealth;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookStatus;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Webhooks as rows; their secrets are sealed, each for its own webhook alone. */
@Singleton
final class PostgresWebhooks implements Webhooks {
  private static final Listing<WebhookField, Webhook> WEBHOOKS =
      new Listing<>(
          "webhooks",
          new Sort<>(WebhookField.CREATED_AT, true),
          PostgresWebhooks::column,
          webhook -> webhook.id().value());

  private final Statements statements;
  private final Sealing sealing;

  PostgresWebhooks(Statements statements, Sealing sealing) {
    this.statements = statements;
    this.sealing = sealing;
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    return webhooks("SELECT * FROM webhooks WHERE id = ? AND status <> 'deleted'", id.value())
        .stream()
        .findFirst();
  }

  /** Leaves the key alone, so that deliveries can be queued meanwhile. */
  @Override
  public Optional<Webhook> findForUpdate(WebhookId id) {
    return webhooks(
            """
            SELECT * FROM webhooks WHERE id = ? AND status <> 'deleted' FOR NO KEY UPDATE
            """,
            id.value())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<SigningSecrets> findSecrets(WebhookId id) {
    return statements
        .query(
            row -> secrets(id, row),
            """
            SELECT secret, old_secret, old_secret_end FROM webhooks
            WHERE id = ? AND status <> 'deleted'
            """,
            id.value())
        .stream()
        .findFirst();
  }

  @Override
  public List<Webhook> enabled() {
    return webhooks("SELECT * FROM webhooks WHERE status = 'enabled' ORDER BY id");
  }

  @Override
  public Slice<Webhook> list(WebhookFilter filter, PageRequest<WebhookField> page) {
    return WEBHOOKS.slice(
        statements,
        conditions(filter),
        page,
        select -> webhooks(select.sql(), select.values().toArray()));
  }

  @Override
  public int countForUpdate(UserId owner) {
    statements.query(
        row -> row.text("locked"),
        "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text AS locked",
        "webhooks of " + owner);
    return statements
        .query(
            row -> row.smallNumber("total"),
            "SELECT count(*) AS total FROM webhooks WHERE owner_id = ? AND status <> 'deleted'",
            owner.value())
        .getFirst();
  }

  @Override
  public void add(Webhook webhook, SigningSecrets secrets) {
    List<Webhook> one = List.of(webhook);
    statements.update(
        """
        INSERT INTO webhooks (id, owner_id, url, event_types, description, status, secret,
                              old_secret, old_secret_end, failures, failing_since, resting_until,
                              created_at, updated_at, version)
        VALUES (?, ?, ?, ?, nullif(?, ''), ?, ?, nullif(?, ''), (?)[1], ?, (?)[1], (?)[1], ?, ?, ?)
        """,
        webhook.id().value(),
        webhook.ownerId().value(),
        webhook.url().toString(),
        eventTypes(webhook),
        webhook.description().orElse(""),
        webhook.status().code(),
        sealed(webhook.id(), secrets.current()),
        sealed(webhook.id(), secrets.previous()),
        SqlArray.optionalInstants(one, _ -> secrets.previous().map(SigningSecrets.Retiring::until)),
        webhook.health().failures(),
        SqlArray.optionalInstants(one, hook -> hook.health().failingSince()),
        SqlArray.optionalInstants(one, hook -> hook.health().restingUntil()),
        webhook.createdAt(),
        webhook.updatedAt(),
        webhook.version());
  }

  @Override
  public void update(Webhook webhook) {
    List<Webhook> one = List.of(webhook);
    statements.update(
        """
        UPDATE webhooks
        SET url = ?, event_types = ?, description = nullif(?, ''), status = ?, failures = ?,
            failing_since = (?)[1], resting_until = (?)[1], updated_at = ?, version = ?
        WHERE id = ?
        """,
        webhook.url().toString(),
        eventTypes(webhook),
        webhook.description().orElse(""),
        webhook.status().code(),
        webhook.health().failures(),
        SqlArray.optionalInstants(one, hook -> hook.health().failingSince()),
        SqlArray.optionalInstants(one, hook -> hook.health().restingUntil()),
        webhook.updatedAt(),
        webhook.version(),
        webhook.id().value());
  }

  @Override
  public void updateSecrets(WebhookId id, SigningSecrets secrets) {
    statements.update(
        """
        UPDATE webhooks
        SET secret = ?, old_secret = nullif(?, ''), old_secret_end = (?)[1]
        WHERE id = ?
        """,
        sealed(id, secrets.current()),
        sealed(id, secrets.previous()),
        SqlArray.optionalInstants(
            List.of(id), _ -> secrets.previous().map(SigningSecrets.Retiring::until)),
        id.value());
  }

  @Override
  public void delete(WebhookId id) {
    statements.update(
        """
        UPDATE webhooks
        SET status = 'deleted', secret = '', old_secret = NULL, old_secret_end = NULL
        WHERE id = ?
        """,
        id.value());
  }

  private List<Webhook> webhooks(String sql, Object... parameters) {
    return statements.query(PostgresWebhooks::webhook, sql, parameters);
  }

  private static Conditions conditions(WebhookFilter filter) {
    Conditions conditions = Conditions.where("status <> 'deleted'");
    if (filter.owner().isPresent()) {
      conditions = conditions.and("owner_id = ?", filter.owner().get().value());
    }
    if (filter.status().isPresent()) {
      conditions = conditions.and("status = ?", filter.status().get().code());
    }
    return conditions;
  }

  private static Webhook webhook(Row row) throws SQLException {
    return new Webhook(
        new WebhookId(row.uuid("id")),
        new UserId(row.uuid("owner_id")),
        WebhookUrl.of(row.text("url")),
        row.texts("event_types").stream().map(EventTypePattern::new).collect(Collectors.toSet()),
        row.optionalText("description"),
        WebhookStatus.ofCode(row.text("status")).orElseThrow(),
        new WebhookHealth(
            row.smallNumber("failures"),
            row.optionalInstant("failing_since"),
            row.optionalInstant("resting_until")),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("version"));
  }

  private SigningSecrets secrets(WebhookId id, Row row) throws SQLException {
    Optional<String> old = row.optionalText("old_secret");
    SigningSecret current = opened(id, row.text("secret"));
    return old.isEmpty()
        ? SigningSecrets.of(current)
        : new SigningSecrets(
            current,
            Optional.of(
                new SigningSecrets.Retiring(opened(id, old.get()), row.instant("old_secret_end"))));
  }

  private SigningSecret opened(WebhookId id, String sealed) {
    return new SigningSecret(sealing.open(purpose(id), sealed));
  }

  private String sealed(WebhookId id, SigningSecret secret) {
    return sealing.seal(purpose(id), secret.value());
  }

  private String sealed(WebhookId id, Optional<SigningSecrets.Retiring> retiring) {
    return retiring.map(previous -> sealed(id, previous.secret())).orElse("");
  }

  private static String purpose(WebhookId id) {
    return "webhook " + id;
  }

  private static SqlArray eventTypes(Webhook webhook) {
    return SqlArray.texts(
        webhook.eventTypes().stream().map(EventTypePattern::value).sorted().toList(),
        value -> value);
  }

  private static SortColumn<Webhook> column(WebhookField field) {
    return switch (field) {
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, Webhook::createdAt);
      case UPDATED_AT -> new SortColumn<>("updated_at", SortType.INSTANT, Webhook::updatedAt);
    };
  }
}
