package dev.quartermaster.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningSecretsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

  private final SigningSecret first = secret(1);
  private final SigningSecret second = secret(2);
  private final SigningSecret third = secret(3);

  @Test
  void afterARotationTheOneBeforeSignsAsWellForADay() {
    SigningSecrets rotated = SigningSecrets.of(first).rotated(second, NOW);

    assertThat(SigningSecrets.of(first).signingAt(NOW)).containsExactly(first);
    assertThat(rotated.signingAt(NOW)).containsExactly(second, first);
    assertThat(rotated.signingAt(NOW.plus(SigningSecrets.OVERLAP).minusMillis(1)))
        .containsExactly(second, first);
    assertThat(rotated.signingAt(NOW.plus(SigningSecrets.OVERLAP))).containsExactly(second);
  }

  @Test
  void ofSeveralThatWereReplacedTheLatestGoesOnSigning() {
    SigningSecrets rotated =
        SigningSecrets.of(first).rotated(second, NOW).rotated(third, NOW.plusSeconds(1));

    assertThat(rotated.signingAt(NOW.plusSeconds(2))).containsExactly(third, second);
  }

  @Test
  void aSecretHasAsManyBytesAsTheStandardSays() {
    assertThat(SigningSecret.of(new byte[24]).value())
        .isEqualTo("whsec_" + Base64.getEncoder().encodeToString(new byte[24]));
    assertThat(SigningSecret.of(new byte[64]).value()).startsWith("whsec_");
    assertThatIllegalArgumentException().isThrownBy(() -> SigningSecret.of(new byte[23]));
    assertThatIllegalArgumentException().isThrownBy(() -> SigningSecret.of(new byte[65]));
    assertThatIllegalArgumentException().isThrownBy(() -> new SigningSecret("AAAA"));
  }

  @Test
  void aSecretDoesNotShow() {
    assertThat(SigningSecrets.of(first).toString()).doesNotContain(first.value());
  }

  private static SigningSecret secret(int content) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) content;
    return SigningSecret.of(bytes);
  }
}
