package dev.quartermaster.domain.catalog;

/** What lists of products can be sorted by. */
public enum ProductField {
  SKU,
  NAME,
  PRICE,
  CREATED_AT,
  UPDATED_AT,
  /** How well a product meets the text that is searched, the best first; only with a text. */
  RELEVANCE
}
