package dev.quartermaster.security.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the server's own key where the configuration says. */
@Singleton
final class ConfiguredSigningKey {
  private final Path file;

  ConfiguredSigningKey(@ConfigProperty(name = "quartermaster.jwt.key") Path file) {
    this.file = file;
  }

  @Produces
  @Singleton
  SigningKey signingKey() {
    return SigningKey.read(file);
  }
}
