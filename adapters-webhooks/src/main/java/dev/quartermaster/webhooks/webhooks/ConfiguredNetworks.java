package dev.quartermaster.webhooks.webhooks;

import dev.quartermaster.domain.shared.NetworkRange;
import dev.quartermaster.domain.shared.OutboundNetworks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The networks of the settings. */
final class ConfiguredNetworks {
  private ConfiguredNetworks() {}

  @Produces
  @Singleton
  static OutboundNetworks outboundNetworks(
      @ConfigProperty(name = "quartermaster.webhook.allowed-networks")
          Optional<List<String>> allowed) {
    return new OutboundNetworks(
        allowed.orElse(List.of()).stream()
            .map(
                range ->
                    NetworkRange.parse(range)
                        .orElseThrow(() -> new IllegalArgumentException("not a network: " + range)))
            .toList());
  }
}
