package dev.quartermaster.domain.webhooks;

/** What lists of deliveries can be sorted by. */
public enum DeliveryField {
  CREATED_AT
}
