package dev.quartermaster.webhooks.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.webhooks.SigningSecretGenerator;
import dev.quartermaster.testkit.webhooks.SigningSecretGeneratorContract;
import org.junit.jupiter.api.Test;

/** {@link SigningSecretGeneratorContract} by chance. */
class RandomSigningSecretsTest extends SigningSecretGeneratorContract {
  private final SigningSecretGenerator port = new RandomSigningSecrets();

  @Override
  protected SigningSecretGenerator secrets() {
    return port;
  }

  @Test
  void aSecretHas32Bytes() {
    assertThat(port.generate().value()).matches("whsec_[A-Za-z0-9+/]{43}=");
  }
}
