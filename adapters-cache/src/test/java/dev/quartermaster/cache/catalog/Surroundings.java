package dev.quartermaster.cache.catalog;

import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What a test application has besides the cache. */
@Singleton
final class Surroundings {
  @Produces
  @Singleton
  InMemoryUnitOfWork unitOfWork() {
    return new InMemoryUnitOfWork();
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  SimpleMeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }
}
