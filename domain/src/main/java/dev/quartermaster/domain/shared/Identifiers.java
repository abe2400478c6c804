package dev.quartermaster.domain.shared;

import java.util.UUID;

/** Makes identifiers. Safe for use by many threads at once. */
public interface Identifiers {

  /** A new UUID of version 7 (RFC 9562): unique, and ascending by time of creation on a node. */
  UUID next();
}
