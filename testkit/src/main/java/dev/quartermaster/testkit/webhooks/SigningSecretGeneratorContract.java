package dev.quartermaster.testkit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.SigningSecretGenerator;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link SigningSecretGenerator} promises. */
public abstract class SigningSecretGeneratorContract {
  private static final int SECRETS = 100;

  /** The port under test. */
  protected abstract SigningSecretGenerator secrets();

  @Test
  void noTwoAreTheSame() {
    Set<SigningSecret> made = new HashSet<>();
    for (int secret = 0; secret < SECRETS; secret++) {
      made.add(secrets().generate());
    }

    assertThat(made).hasSize(SECRETS);
  }
}
