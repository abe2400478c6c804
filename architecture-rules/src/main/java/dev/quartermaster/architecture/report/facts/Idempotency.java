package dev.quartermaster.architecture.report.facts;

import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of a repeated request. */
public enum Idempotency {
  SAFE("changes nothing"),
  BY_KEY("by Idempotency-Key"),
  NOT_KEPT("no record kept");

  private final String label;

  Idempotency(String label) {
    this.label = label;
  }

  /** The name for readers. */
  @JsonValue
  public String label() {
    return label;
  }
}
