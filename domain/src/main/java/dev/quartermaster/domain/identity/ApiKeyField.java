package dev.quartermaster.domain.identity;

/** What lists of API keys can be sorted by. */
public enum ApiKeyField {
  NAME,
  CREATED_AT,
  EXPIRES_AT
}
