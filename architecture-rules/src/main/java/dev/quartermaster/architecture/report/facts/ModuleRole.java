package dev.quartermaster.architecture.report.facts;

import com.fasterxml.jackson.annotation.JsonValue;

/** The places of the hexagon, from the core outwards. */
public enum ModuleRole {
  DOMAIN("domain"),
  APPLICATION("application"),
  INBOUND_ADAPTER("inbound adapter"),
  OUTBOUND_ADAPTER("outbound adapter"),
  COMPOSITION_ROOT("composition root");

  private final String label;

  ModuleRole(String label) {
    this.label = label;
  }

  /** The name for readers. */
  @JsonValue
  public String label() {
    return label;
  }

  /** Whether a module in this place may use one in the other. */
  public boolean mayUse(ModuleRole other) {
    return switch (this) {
      case DOMAIN -> false;
      case APPLICATION, OUTBOUND_ADAPTER -> other == DOMAIN;
      case INBOUND_ADAPTER -> other == DOMAIN || other == APPLICATION;
      case COMPOSITION_ROOT -> true;
    };
  }
}
