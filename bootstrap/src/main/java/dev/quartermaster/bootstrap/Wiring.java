package dev.quartermaster.bootstrap;

import dev.quartermaster.domain.identity.LockoutPolicies;
import dev.quartermaster.domain.identity.LockoutPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

  /** How many failed log-ins the settings bear. */
  @Produces
  @Singleton
  static LockoutPolicies lockoutPolicies(
      @ConfigProperty(name = "quartermaster.lockout.account") int account,
      @ConfigProperty(name = "quartermaster.lockout.address") int address) {
    return new LockoutPolicies(new LockoutPolicy(account), new LockoutPolicy(address));
  }
}
