package dev.quartermaster.domain.webhooks;

/** What lists of webhooks can be sorted by. */
public enum WebhookField {
  CREATED_AT,
  UPDATED_AT
}
