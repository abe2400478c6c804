package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.SigningSecrets;
import dev.quartermaster.domain.webhooks.Webhook;
import dev.quartermaster.domain.webhooks.WebhookField;
import dev.quartermaster.domain.webhooks.WebhookFilter;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Webhooks in memory. */
public final class InMemoryWebhooks implements Webhooks {
  private final InMemoryTable<WebhookId, Webhook> webhooks;
  private final InMemoryTable<WebhookId, SigningSecrets> secrets;
  private final InMemoryList<Webhook, WebhookField> list =
      new InMemoryList<>(
          InMemoryWebhooks::by, WebhookField.CREATED_AT, webhook -> webhook.id().value());

  /** No webhooks yet. */
  public InMemoryWebhooks(InMemoryUnitOfWork unitOfWork) {
    this.webhooks = new InMemoryTable<>(unitOfWork);
    this.secrets = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    return webhooks.find(id);
  }

  @Override
  public Optional<Webhook> findForUpdate(WebhookId id) {
    return webhooks.findForUpdate(id);
  }

  @Override
  public Optional<SigningSecrets> findSecrets(WebhookId id) {
    return secrets.find(id);
  }

  @Override
  public List<Webhook> enabled() {
    return webhooks.rows().stream().filter(Webhook::isEnabled).toList();
  }

  @Override
  public Slice<Webhook> list(WebhookFilter filter, PageRequest<WebhookField> page) {
    return list.slice(
        webhooks.rows().stream().filter(webhook -> meets(webhook, filter)).toList(), page);
  }

  @Override
  public int countForUpdate(UserId owner) {
    webhooks.lock(owner);
    return (int)
        webhooks.rows().stream().filter(webhook -> webhook.ownerId().equals(owner)).count();
  }

  @Override
  public void add(Webhook webhook, SigningSecrets first) {
    webhooks.put(webhook.id(), webhook);
    secrets.put(webhook.id(), first);
  }

  @Override
  public void update(Webhook webhook) {
    webhooks.put(webhook.id(), webhook);
  }

  @Override
  public void updateSecrets(WebhookId id, SigningSecrets changed) {
    secrets.put(id, changed);
  }

  @Override
  public void delete(WebhookId id) {
    webhooks.remove(id);
    secrets.remove(id);
  }

  /** The webhook, locked, unless another transaction has it. */
  Optional<Webhook> tryFindForUpdate(WebhookId id) {
    return webhooks.tryLock(id) ? webhooks.find(id) : Optional.empty();
  }

  private static boolean meets(Webhook webhook, WebhookFilter filter) {
    return filter.owner().stream().allMatch(webhook.ownerId()::equals)
        && filter.status().stream().allMatch(webhook.status()::equals);
  }

  private static Comparator<Webhook> by(WebhookField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(Webhook::createdAt);
      case UPDATED_AT -> Comparator.comparing(Webhook::updatedAt);
    };
  }
}
