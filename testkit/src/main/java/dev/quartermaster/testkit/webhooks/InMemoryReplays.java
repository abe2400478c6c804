package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.webhooks.Replay;
import dev.quartermaster.domain.webhooks.ReplayUnderWay;
import dev.quartermaster.domain.webhooks.Replays;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.Comparator;
import java.util.Optional;

/** Replays in memory. */
public final class InMemoryReplays implements Replays {
  private final InMemoryTable<WebhookId, Replay> replays;

  /** No replays yet. */
  public InMemoryReplays(InMemoryUnitOfWork unitOfWork) {
    this.replays = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void add(Replay replay) {
    if (replays.findForUpdate(replay.webhookId()).isPresent()) {
      throw new ReplayUnderWay();
    }
    replays.put(replay.webhookId(), replay);
  }

  @Override
  public Optional<Replay> next() {
    return replays.rows().stream()
        .sorted(Comparator.comparing(Replay::requestedAt))
        .filter(replay -> replays.tryLock(replay.webhookId()))
        .flatMap(replay -> replays.find(replay.webhookId()).stream())
        .findFirst();
  }

  @Override
  public void update(Replay replay) {
    replays.put(replay.webhookId(), replay);
  }

  @Override
  public void remove(WebhookId webhook) {
    replays.remove(webhook);
  }
}
