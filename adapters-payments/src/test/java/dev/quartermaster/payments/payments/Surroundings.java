package dev.quartermaster.payments.payments;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What a test application has besides the gateway. */
final class Surroundings {
  private Surroundings() {}

  @Produces
  @Singleton
  static InstantSource clock() {
    return InstantSource.system();
  }
}
