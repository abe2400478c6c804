package dev.quartermaster.application.webhooks;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Deliveries;
import dev.quartermaster.domain.webhooks.MessageBodies;
import dev.quartermaster.domain.webhooks.PastEvents;
import dev.quartermaster.domain.webhooks.Replay;
import dev.quartermaster.domain.webhooks.Replays;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.Webhooks;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@UseCase
final class ContinueReplayService implements ContinueReplay {
  private final UnitOfWork unitOfWork;
  private final Replays replays;
  private final Webhooks webhooks;
  private final PastEvents events;
  private final Deliveries deliveries;
  private final DeliveryQueue queue;

  ContinueReplayService(
      UnitOfWork unitOfWork,
      Replays replays,
      Webhooks webhooks,
      PastEvents events,
      Deliveries deliveries,
      MessageBodies bodies,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.replays = replays;
    this.webhooks = webhooks;
    this.events = events;
    this.deliveries = deliveries;
    this.queue = new DeliveryQueue(bodies, identifiers, clock);
  }

  @Override
  public Result step(Command command) {
    return unitOfWork.inTransaction(
        () -> new Result(replays.next().map(replay -> advance(replay, command.limit())).orElse(0)));
  }

  private int advance(Replay replay, int limit) {
    Optional<Webhook> webhook = webhooks.find(replay.webhookId()).filter(Webhook::isEnabled);
    List<PublishedEvent> next =
        webhook.isEmpty()
            ? List.of()
            : events.between(replay.from(), replay.to(), replay.position(), limit);
    webhook.ifPresent(wanting -> deliveries.add(queue.deliveries(next, List.of(wanting))));
    if (next.size() < limit) {
      replays.remove(replay.webhookId());
    } else {
      replays.update(replay.upTo(next.getLast().position()));
    }
    return next.size();
  }
}
