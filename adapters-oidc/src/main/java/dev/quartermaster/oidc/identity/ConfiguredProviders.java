package dev.quartermaster.oidc.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/** Finds the providers where the configuration says. */
@Singleton
final class ConfiguredProviders {
  /** How long an exchange with a provider may take. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Config config;
  private final InstantSource clock;

  ConfiguredProviders(Config config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  @Produces
  @Singleton
  Providers providers() {
    ProviderHttp http = new ProviderHttp(PATIENCE);
    return new Providers(
        AllProviderSettings.read(
                config.getPropertyNames(),
                property -> config.getOptionalValue(property, String.class))
            .stream()
            .map(settings -> new Provider(settings, http, clock))
            .toList());
  }
}
