package dev.quartermaster.domain.identity;

import java.time.Duration;
import java.util.Locale;

/** What a one-time token is good for. */
public enum OneTimePurpose {
  /** Showing that the address of an account is its owner's. */
  VERIFY_EMAIL(Duration.ofHours(24)),
  /** Choosing another password without the old one. */
  RESET_PASSWORD(Duration.ofMinutes(30));

  private final Duration lifetime;

  OneTimePurpose(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** How long a token can be used. */
  public Duration lifetime() {
    return lifetime;
  }

  /** The name by which it is stored, such as {@code verify-email}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
