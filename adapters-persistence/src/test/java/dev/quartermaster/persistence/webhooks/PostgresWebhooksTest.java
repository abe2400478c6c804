package dev.quartermaster.persistence.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.persistence.shared.Statements;
import dev.quartermaster.testkit.webhooks.Subscriptions;
import dev.quartermaster.testkit.webhooks.WebhooksContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** {@link WebhooksContract} on PostgreSQL. */
@QuarkusTest
class PostgresWebhooksTest extends WebhooksContract {
  @Inject UnitOfWork unitOfWork;
  @Inject Webhooks webhooks;
  @Inject Statements statements;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Webhooks webhooks() {
    return webhooks;
  }

  @Test
  void noSecretIsStoredInTheClear() {
    SigningSecrets secrets =
        SigningSecrets.of(Subscriptions.secret("must not show"))
            .rotated(Subscriptions.secret("nor this one"), NOW);
    Webhook webhook = Subscriptions.toOrders(IDENTIFIERS, new UserId(IDENTIFIERS.next()), NOW);
    inTransaction(() -> webhooks.add(webhook, secrets));

    assertThat(storedRow(webhook)).doesNotContain("whsec_").doesNotContain("bXVzdCBub3Q");
    inTransaction(() -> webhooks.delete(webhook.id()));
    assertThat(storedRow(webhook)).as("neither once it is deleted").contains(",deleted,\"\",,,");
  }

  private String storedRow(Webhook webhook) {
    return statements
        .query(
            row -> row.text("stored"),
            "SELECT webhooks::text AS stored FROM webhooks WHERE id = ?",
            webhook.id().value())
        .getFirst();
  }
}
