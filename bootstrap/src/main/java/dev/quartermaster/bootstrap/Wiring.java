package dev.quartermaster.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** Beans that belong to no adapter. */
final class Wiring {
  private static final Duration DATABASE_PRECISION = Duration.ofNanos(1_000);

  private Wiring() {}

  /** In the precision of the database, so that what is answered equals what is read later. */
  @Produces
  @Singleton
  static InstantSource clock() {
    return Clock.tick(Clock.systemUTC(), DATABASE_PRECISION);
  }
}
