package dev.quartermaster.domain.notifications;

/** What lists of parked mails can be sorted by. */
public enum ParkedMailField {
  PARKED_AT
}
