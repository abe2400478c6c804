package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/** All webhooks, and the secrets that belong to them. A deleted one is found no more. */
public interface Webhooks {

  /** The webhook. */
  Optional<Webhook> find(WebhookId id);

  /** The webhook, locked until the transaction ends. */
  Optional<Webhook> findForUpdate(WebhookId id);

  /** The secrets of a webhook. */
  Optional<SigningSecrets> findSecrets(WebhookId id);

  /** Those that events are sent to. */
  List<Webhook> enabled();

  /** A part of all webhooks that meet the filter; by default the newest first. */
  Slice<Webhook> list(WebhookFilter filter, PageRequest<WebhookField> page);

  /**
   * How many webhooks the user has. Until the transaction ends nobody else is told the number for
   * that user, so that requests of one owner take turns.
   */
  int countForUpdate(UserId owner);

  /** Adds a webhook with its secrets. */
  void add(Webhook webhook, SigningSecrets secrets);

  /** Replaces the stored state of a webhook that is locked. */
  void update(Webhook webhook);

  /** Replaces the secrets of a webhook that is locked. */
  void updateSecrets(WebhookId id, SigningSecrets secrets);

  /** Deletes a webhook; what was queued for it is never sent. */
  void delete(WebhookId id);
}
