package dev.quartermaster.domain.identity;

/** What lists of users can be sorted by. */
public enum UserField {
  NAME,
  EMAIL,
  CREATED_AT,
  UPDATED_AT
}
