package dev.quartermaster.security.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the server's own keys where the configuration says. */
@Singleton
final class ConfiguredSigningKeys {
  private final Path current;
  private final Optional<Path> previous;

  ConfiguredSigningKeys(
      @ConfigProperty(name = "quartermaster.jwt.key") Path current,
      @ConfigProperty(name = "quartermaster.jwt.key-previous") Optional<Path> previous) {
    this.current = current;
    this.previous = previous;
  }

  @Produces
  @Singleton
  SigningKeys signingKeys() {
    return new SigningKeys(
        SigningKey.read(current), previous.map(SigningKey::readAll).orElse(List.of()));
  }
}
