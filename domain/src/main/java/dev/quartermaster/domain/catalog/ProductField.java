package dev.quartermaster.domain.catalog;

/** What lists of products can be sorted by. */
public enum ProductField {
  SKU,
  NAME,
  PRICE,
  CREATED_AT,
  UPDATED_AT
}
