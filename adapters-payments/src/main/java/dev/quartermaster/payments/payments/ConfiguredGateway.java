package dev.quartermaster.payments.payments;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateway that the configuration asks for: Stripe with its key, or else the simulated one. */
final class ConfiguredGateway {
  private ConfiguredGateway() {}

  @Produces
  @Singleton
  static RemoteGateway gateway(
      @ConfigProperty(name = "quartermaster.stripe.key") Optional<String> key,
      @ConfigProperty(name = "quartermaster.stripe.address") String address,
      StripeIntents intents,
      SimulatedGateway simulated) {
    return key.<RemoteGateway>map(
            secret ->
                new StripeGateway(
                    new StripeApi(
                        secret.strip(), address.strip(), Duration.ofMillis(Guards.CALL_MILLIS)),
                    intents))
        .orElse(simulated);
  }
}
