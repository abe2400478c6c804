package dev.quartermaster.testkit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.Replay;
import dev.quartermaster.domain.webhooks.ReplayUnderWay;
import dev.quartermaster.domain.webhooks.Replays;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Replays} promise. */
public abstract class ReplaysContract extends PortContract {
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private final List<Replay> added = new ArrayList<>();

  /** The port under test. */
  protected abstract Replays replays();

  /** The webhooks that the replays are for. */
  protected abstract Webhooks webhooks();

  @AfterEach
  void leaveNone() {
    inTransaction(() -> added.forEach(replay -> replays().remove(replay.webhookId())));
  }

  @Test
  void theLongestWaitingIsNext() {
    Replay second = added(LONG_AGO.plusSeconds(1));
    Replay first = added(LONG_AGO);

    assertThat(inTransaction(() -> replays().next())).contains(first);
    inTransaction(() -> replays().remove(first.webhookId()));
    assertThat(inTransaction(() -> replays().next())).contains(second);
    inTransaction(() -> replays().remove(second.webhookId()));
    inTransaction(() -> replays().remove(second.webhookId()));
    assertThat(inTransaction(() -> replays().next())).isEmpty();
  }

  @Test
  void howFarItHasComeIsStored() {
    Replay replay = added(LONG_AGO);

    inTransaction(() -> replays().update(replay.upTo(4_711)));

    assertThat(inTransaction(() -> replays().next())).contains(replay.upTo(4_711));
  }

  @Test
  void aWebhookHasOneAtATime() {
    Replay replay = added(LONG_AGO);

    assertThatExceptionOfType(ReplayUnderWay.class)
        .isThrownBy(() -> inTransaction(() -> replays().add(replay)));
  }

  @Test
  void whatAnotherNodeHasIsLeft() {
    Replay first = added(LONG_AGO);
    Replay second = added(LONG_AGO.plusSeconds(1));

    inTransaction(
        () -> {
          assertThat(replays().next()).contains(first);
          assertThat(inAnotherTransaction(() -> replays().next())).contains(second);
        });
  }

  private Replay added(Instant at) {
    Webhook webhook = Subscriptions.toOrders(IDENTIFIERS, new UserId(IDENTIFIERS.next()), NOW);
    Replay replay = Replay.of(webhook.id(), LONG_AGO.minusSeconds(60), LONG_AGO, at);
    inTransaction(
        () -> {
          webhooks().add(webhook, SigningSecrets.of(Subscriptions.secret("the only")));
          replays().add(replay);
        });
    added.add(replay);
    return replay;
  }
}
