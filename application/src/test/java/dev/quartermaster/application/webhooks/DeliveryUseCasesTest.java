package dev.quartermaster.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.webhooks.AttemptDelivery.Outcome;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Attempt;
import dev.quartermaster.domain.webhooks.Delivery;
import dev.quartermaster.domain.webhooks.DeliveryState;
import dev.quartermaster.domain.webhooks.Message;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookHealth;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.WebhookStatus;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import dev.quartermaster.testkit.webhooks.InMemoryWebhookMails;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryUseCasesTest {
  private final Hooks hooks = new Hooks();
  private final Webhook webhook = hooks.created("order.*").webhook();

  @Test
  void whatIsDueIsDeliveredOnce() {
    Delivery delivery = hooks.queued(webhook, "42");
    hooks.sender.answer(Hooks.URL, Hooks.TAKEN);

    assertThat(hooks.attemptAll())
        .containsExactly(new AttemptDelivery.Result(Outcome.DELIVERED, Optional.empty()));
    assertThat(hooks.attemptAll()).isEmpty();

    assertThat(hooks.sender.sent()).hasSize(1);
    assertThat(hooks.sender.sent().getFirst().message()).isEqualTo(delivery.message());
    assertThat(hooks.stored(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(hooks.stored(delivery).lastAttempt())
        .contains(new Attempt(Hooks.URL, now(), Duration.ZERO, Hooks.TAKEN));
  }

  @Test
  void whileItIsSentNoTransactionIsOpen() {
    hooks.queued(webhook, "42");
    List<Boolean> open = new ArrayList<>();
    WebhookSender watching =
        new WebhookSender() {
          @Override
          public Optional<String> objectionTo(WebhookUrl url) {
            return Optional.empty();
          }

          @Override
          public Answer send(
              WebhookUrl url, Message message, List<SigningSecret> secrets, Instant at) {
            open.add(hooks.unitOfWork.isInTransaction());
            return Hooks.TAKEN;
          }
        };
    AttemptDelivery attempt =
        new AttemptDeliveryService(
            hooks.unitOfWork,
            hooks.webhooks,
            hooks.deliveries,
            hooks.owners,
            watching,
            hooks.mails,
            hooks.auditTrail,
            hooks.clock);

    hooks.take.take(new TakeDueDeliveries.Command(1)).deliveryIds().stream()
        .map(AttemptDelivery.Command::new)
        .forEach(attempt::attempt);

    assertThat(open).containsExactly(false);
  }

  @Test
  void whatFailsIsTriedAgainLaterAndInTheEndDead() {
    Delivery delivery = hooks.queued(webhook, "42");
    hooks.sender.answer(Hooks.URL, Hooks.REFUSED);
    List<Outcome> outcomes = new ArrayList<>();

    while (!hooks.stored(delivery).state().isOver()) {
      hooks.attemptAll().forEach(result -> outcomes.add(result.outcome()));
      hooks.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(outcomes)
        .hasSize(Delivery.MAX_ATTEMPTS)
        .endsWith(Outcome.DEAD)
        .containsOnlyOnce(Outcome.DEAD);
    assertThat(hooks.stored(webhook).isEnabled()).isTrue();
    assertThat(hooks.mails.sent()).isEmpty();
  }

  @Test
  void theReasonOfAFailureIsTold() {
    hooks.queued(webhook, "42");
    hooks.sender.answer(Hooks.URL, Hooks.REFUSED);
    assertThat(hooks.attemptAll().getFirst().failure()).contains("the receiver answered 500");

    hooks.clock.advance(Duration.ofSeconds(10));
    hooks.sender.answer(Hooks.URL, new Answer.Failed("no such name"));
    assertThat(hooks.attemptAll().getFirst())
        .isEqualTo(new AttemptDelivery.Result(Outcome.POSTPONED, Optional.of("no such name")));
  }

  @Test
  void aReceiverThatFailsInARowIsLeftAloneUntilASingleDeliverySucceeds() {
    for (int thing = 0; thing < 20; thing++) {
      hooks.queued(webhook, "thing " + thing);
    }
    hooks.sender.answer(Hooks.URL, Hooks.REFUSED);

    assertThat(hooks.attemptAll()).hasSize(Delivery.MAX_AT_ONCE);
    assertThat(hooks.attemptAll()).hasSize(Delivery.MAX_AT_ONCE);
    assertThat(hooks.attemptAll()).isEmpty();
    Instant rested = hooks.stored(webhook).health().restingUntil().orElseThrow();
    hooks.clock.advance(Duration.between(now(), rested));
    hooks.sender.answer(Hooks.URL, Hooks.TAKEN);
    assertThat(hooks.attemptAll()).hasSize(1);

    assertThat(hooks.stored(webhook).health()).isEqualTo(WebhookHealth.HEALTHY);
    assertThat(hooks.stored(webhook).version()).isEqualTo(webhook.version());
    assertThat(hooks.attemptAll()).hasSize(Delivery.MAX_AT_ONCE);
  }

  @Test
  void whoIsGoneIsDisabledAtOnceAndItsOwnerTold() {
    Delivery delivery = hooks.queued(webhook, "42");
    hooks.sender.answer(Hooks.URL, new Answer.Received(410, Optional.empty()));

    assertThat(hooks.attemptAll())
        .extracting(AttemptDelivery.Result::outcome)
        .containsExactly(Outcome.DEAD);

    assertThat(hooks.stored(delivery).state()).isEqualTo(DeliveryState.DEAD);
    assertGivenUp();
    assertThat(hooks.mails.sent())
        .containsExactly(new InMemoryWebhookMails.Sent(webhook.id(), hooks.admin.id()));
  }

  @Test
  void whoFailsForFiveDaysIsDisabledAndItsOwnerTold() {
    hooks.sender.answer(Hooks.URL, Hooks.REFUSED);
    hooks.queued(webhook, "1");
    hooks.attemptAll();

    hooks.clock.advance(WebhookHealth.PATIENCE.minusSeconds(1));
    hooks.attemptAll();
    assertThat(hooks.stored(webhook).isEnabled()).isTrue();
    hooks.clock.advance(Duration.ofMinutes(10));
    hooks.attemptAll();

    assertGivenUp();
    assertThat(hooks.mails.sent()).hasSize(1);
  }

  @Test
  void whatWaitsForADisabledWebhookIsSentOnceItIsEnabled() {
    Delivery delivery = hooks.queued(webhook, "42");
    hooks.unitOfWork.inTransaction(() -> hooks.webhooks.update(webhook.givenUp(now())));
    assertThat(hooks.attemptAll()).isEmpty();

    hooks.unitOfWork.inTransaction(() -> hooks.webhooks.update(webhook));
    hooks.sender.answer(Hooks.URL, Hooks.TAKEN);
    hooks.attemptAll();

    assertThat(hooks.stored(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void aWebhookDisabledWhileItsDeliveryIsTakenGetsNothing() {
    Delivery delivery = hooks.queued(webhook, "42");
    hooks.take.take(new TakeDueDeliveries.Command(1));
    hooks.unitOfWork.inTransaction(() -> hooks.webhooks.update(webhook.givenUp(now())));

    assertThat(attempt(delivery).outcome()).isEqualTo(Outcome.LEFT);

    assertThat(hooks.sender.sent()).isEmpty();
    assertThat(hooks.stored(delivery).state()).isEqualTo(DeliveryState.PENDING);
    assertThat(hooks.stored(delivery).attempts()).isZero();
  }

  @Test
  void anOwnerWithoutThePermissionGetsNothing() {
    Delivery delivery = hooks.queued(webhook, "42");
    hooks.owners.forbid(hooks.admin.id());

    assertThat(hooks.attemptAll())
        .extracting(AttemptDelivery.Result::outcome)
        .containsExactly(Outcome.LEFT);

    assertThat(hooks.sender.sent()).isEmpty();
    assertThat(hooks.stored(delivery).state()).isEqualTo(DeliveryState.PENDING);
    assertGivenUp();
    assertThat(hooks.mails.sent()).isEmpty();
  }

  @Test
  void whatAnotherNodeHasTakenSinceIsLeftToIt() {
    Delivery delivery = hooks.queued(webhook, "42");
    hooks.take.take(new TakeDueDeliveries.Command(1));
    hooks.sender.answer(Hooks.URL, Hooks.TAKEN);
    assertThat(attempt(delivery).outcome()).isEqualTo(Outcome.DELIVERED);

    assertThat(attempt(delivery).outcome()).isEqualTo(Outcome.LEFT);
    assertThat(hooks.sender.sent()).hasSize(1);
  }

  @Test
  void aNodeThatDiesLosesItsDeliveryToTheNext() {
    Delivery delivery = hooks.queued(webhook, "42");
    hooks.sender.answer(Hooks.URL, Hooks.TAKEN);
    hooks.take.take(new TakeDueDeliveries.Command(1));
    assertThat(hooks.attemptAll()).isEmpty();

    hooks.clock.advance(Delivery.LEASE);
    hooks.attemptAll();

    assertThat(hooks.stored(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(hooks.stored(delivery).attempts()).isEqualTo(2);
  }

  @Test
  void whatEndsEachNodeThatTakesItIsParked() {
    Delivery poison = hooks.queued(webhook, "42");
    for (int node = 0; node < Delivery.MAX_ATTEMPTS; node++) {
      hooks.take.take(new TakeDueDeliveries.Command(1));
      hooks.clock.advance(Delivery.LEASE);
    }

    assertThat(hooks.attemptAll())
        .extracting(AttemptDelivery.Result::outcome)
        .containsExactly(Outcome.DEAD);

    assertThat(hooks.sender.sent()).isEmpty();
    assertThat(hooks.stored(poison).state()).isEqualTo(DeliveryState.DEAD);
  }

  private AttemptDelivery.Result attempt(Delivery delivery) {
    return hooks.attempt.attempt(new AttemptDelivery.Command(delivery.id()));
  }

  private void assertGivenUp() {
    assertThat(hooks.stored(webhook).status()).isEqualTo(WebhookStatus.DISABLED);
    assertThat(hooks.auditTrail.entries())
        .filteredOn(entry -> entry.action().equals("webhook.given-up"))
        .extracting(AuditEntry::targetId)
        .containsExactly(webhook.id().toString());
  }

  private Instant now() {
    return hooks.clock.instant();
  }
}
