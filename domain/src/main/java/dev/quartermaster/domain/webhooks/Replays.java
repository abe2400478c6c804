package dev.quartermaster.domain.webhooks;

import java.util.Optional;

/** The replays that are not done yet. */
public interface Replays {

  /**
   * Adds a replay.
   *
   * @throws ReplayUnderWay when its webhook has one that is not done
   */
  void add(Replay replay);

  /** The longest waiting, locked until the transaction ends; one that another node has is left. */
  Optional<Replay> next();

  /** Replaces the stored state. */
  void update(Replay replay);

  /** Removes the replay of a webhook, if there is one. */
  void remove(WebhookId webhook);
}
