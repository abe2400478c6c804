package dev.quartermaster.mail.notifications;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Every mail of the tests comes at the same time. */
final class StandingClock {
  static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

  private StandingClock() {}

  @Produces
  @Singleton
  static InstantSource clock() {
    return InstantSource.fixed(NOW);
  }
}
