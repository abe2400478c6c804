package dev.quartermaster.domain.ordering;

/** What lists of orders can be sorted by. */
public enum OrderField {
  NUMBER,
  TOTAL,
  CREATED_AT,
  UPDATED_AT
}
