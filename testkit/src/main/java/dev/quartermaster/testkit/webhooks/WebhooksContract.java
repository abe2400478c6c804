package dev.quartermaster.testkit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.EventTypePattern;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookField;
import dev.quartermaster.domain.webhooks.WebhookFilter;
import dev.quartermaster.domain.webhooks.WebhookHealth;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookStatus;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.shared.ListContract;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Webhooks} promise. */
public abstract class WebhooksContract extends ListContract<Webhook, WebhookField> {
  private static final SigningSecrets SECRETS =
      SigningSecrets.of(Subscriptions.secret("the first"));

  private final UserId owner = new UserId(IDENTIFIERS.next());

  /** The port under test. */
  protected abstract Webhooks webhooks();

  @Test
  void findsWhatWasAdded() {
    Webhook plain = added();
    Webhook full =
        add(
            Webhook.create(
                new WebhookId(IDENTIFIERS.next()),
                owner,
                WebhookUrl.of("https://shop.example:8443/hooks?for=orders"),
                Set.of(new EventTypePattern("*"), new EventTypePattern("order.placed")),
                Optional.of("the “warehouse”"),
                NOW));

    assertStored(plain);
    assertStored(full);
  }

  @Test
  void findsNoneThatIsUnknown() {
    WebhookId unknown = new WebhookId(IDENTIFIERS.next());

    assertThat(inTransaction(() -> webhooks().find(unknown))).isEmpty();
    assertThat(inTransaction(() -> webhooks().findForUpdate(unknown))).isEmpty();
    assertThat(inTransaction(() -> webhooks().findSecrets(unknown))).isEmpty();
  }

  @Test
  void updateReplacesTheStoredState() {
    Webhook webhook = added();
    WebhookHealth failing = webhook.health();
    for (int failure = 0; failure < WebhookHealth.RESTS_AFTER; failure++) {
      failing = failing.failed(NOW.plusSeconds(failure));
    }
    Webhook changed =
        new Webhook(
            webhook.id(),
            owner,
            WebhookUrl.of("http://another.example"),
            Set.of(new EventTypePattern("product.*")),
            Optional.of("another"),
            WebhookStatus.DISABLED,
            failing,
            webhook.createdAt(),
            NOW.plusSeconds(9),
            7);

    inTransaction(() -> webhooks().update(changed));
    assertStored(changed);

    Webhook healthy = changed.withHealth(WebhookHealth.HEALTHY);
    inTransaction(() -> webhooks().update(healthy));
    assertStored(healthy);
  }

  @Test
  void keepsTheSecretsApart() {
    Webhook webhook = added();
    SigningSecrets rotated = SECRETS.rotated(Subscriptions.secret("the second"), NOW);

    assertThat(inTransaction(() -> webhooks().findSecrets(webhook.id()))).contains(SECRETS);
    inTransaction(() -> webhooks().updateSecrets(webhook.id(), rotated));
    inTransaction(() -> webhooks().update(webhook.withNewSecret(NOW)));

    assertThat(inTransaction(() -> webhooks().findSecrets(webhook.id()))).contains(rotated);
  }

  @Test
  void aWebhookCanBeAddedWithTwoSecrets() {
    Webhook webhook = Subscriptions.toOrders(IDENTIFIERS, owner, NOW);
    SigningSecrets rotated = SECRETS.rotated(Subscriptions.secret("the second"), NOW);
    inTransaction(() -> webhooks().add(webhook, rotated));

    assertThat(inTransaction(() -> webhooks().findSecrets(webhook.id()))).contains(rotated);
  }

  @Test
  void aDeletedOneIsGone() {
    Webhook webhook = added();
    inTransaction(() -> webhooks().delete(webhook.id()));

    assertThat(inTransaction(() -> webhooks().find(webhook.id()))).isEmpty();
    assertThat(inTransaction(() -> webhooks().findForUpdate(webhook.id()))).isEmpty();
    assertThat(inTransaction(() -> webhooks().findSecrets(webhook.id()))).isEmpty();
    assertThat(inTransaction(() -> webhooks().enabled())).doesNotContain(webhook);
    assertThat(found(Optional.empty())).doesNotContain(webhook);
    assertThat(inTransaction(() -> webhooks().countForUpdate(owner))).isZero();
  }

  @Test
  void tellsThoseThatEventsAreSentTo() {
    Webhook enabled = added();
    Webhook disabled = added().givenUp(NOW);
    inTransaction(() -> webhooks().update(disabled));

    assertThat(inTransaction(() -> webhooks().enabled()))
        .contains(enabled)
        .extracting(Webhook::id)
        .doesNotContain(disabled.id());
  }

  @Test
  void listsWhatMeetsEveryCondition() {
    Webhook enabled = added();
    Webhook disabled = added().givenUp(NOW);
    inTransaction(() -> webhooks().update(disabled));
    add(Subscriptions.toOrders(IDENTIFIERS, new UserId(IDENTIFIERS.next()), NOW));

    assertThat(found(Optional.empty())).containsExactlyInAnyOrder(enabled, disabled);
    assertThat(found(Optional.of(WebhookStatus.ENABLED))).containsExactly(enabled);
    assertThat(found(Optional.of(WebhookStatus.DISABLED))).containsExactly(disabled);
  }

  @Test
  void requestsOfOneOwnerTakeTurns() {
    raceInTransactions(
        2,
        () -> {
          if (webhooks().countForUpdate(owner) < 3) {
            webhooks().add(Subscriptions.toOrders(IDENTIFIERS, owner, NOW), SECRETS);
          }
        });

    assertThat(inTransaction(() -> webhooks().countForUpdate(owner))).isEqualTo(3);
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    Webhook webhook = Subscriptions.toOrders(IDENTIFIERS, owner, NOW);
    rollBack(() -> webhooks().add(webhook, SECRETS));

    assertThat(inTransaction(() -> webhooks().find(webhook.id()))).isEmpty();
  }

  @Test
  void aLockedWebhookIsReadAsItsHolderLeavesIt() {
    Webhook webhook = added();
    Webhook givenUp = webhook.givenUp(NOW);
    assertThat(
            readWhileChanged(
                () -> webhooks().findForUpdate(webhook.id()), () -> webhooks().update(givenUp)))
        .contains(givenUp);
  }

  @Override
  protected List<WebhookField> fields() {
    return List.of(WebhookField.values());
  }

  @Override
  protected Comparator<Webhook> by(WebhookField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(Webhook::createdAt);
      case UPDATED_AT -> Comparator.comparing(Webhook::updatedAt);
    };
  }

  @Override
  protected Comparator<Webhook> naturalOrder() {
    return by(WebhookField.CREATED_AT).reversed();
  }

  @Override
  protected UUID idOf(Webhook webhook) {
    return webhook.id().value();
  }

  @Override
  protected Webhook addListed(int number) {
    Webhook webhook =
        add(Subscriptions.toOrders(IDENTIFIERS, owner, NOW.plusSeconds(number * 3L % 5)));
    Webhook touched =
        webhook.withNewSecret(NOW.plus(Duration.ofDays(1)).plusSeconds(number * 4L % 5));
    inTransaction(() -> webhooks().update(touched));
    return touched;
  }

  @Override
  protected Slice<Webhook> list(PageRequest<WebhookField> page) {
    return webhooks().list(new WebhookFilter(Optional.of(owner), Optional.empty()), page);
  }

  private List<Webhook> found(Optional<WebhookStatus> status) {
    return inTransaction(
        () ->
            webhooks()
                .list(
                    new WebhookFilter(Optional.of(owner), status),
                    new PageRequest<>(new PageRequest.Page(1), 100, List.of()))
                .items());
  }

  private Webhook added() {
    return add(Subscriptions.toOrders(IDENTIFIERS, owner, NOW));
  }

  private Webhook add(Webhook webhook) {
    inTransaction(() -> webhooks().add(webhook, SECRETS));
    return webhook;
  }

  private void assertStored(Webhook webhook) {
    assertThat(inTransaction(() -> webhooks().find(webhook.id()))).contains(webhook);
    assertThat(inTransaction(() -> webhooks().findForUpdate(webhook.id()))).contains(webhook);
  }
}
