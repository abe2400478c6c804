package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.PublicKeys;
import org.junit.jupiter.api.Test;

/** What {@link PublicKeys} promise. */
public abstract class PublicKeysContract {
  /** The parameters that RFC 7518 keeps for private and symmetric keys. */
  private static final String SECRET_PARAMETER = "\"(d|p|q|dp|dq|qi|oth|k)\"\\s*:";

  /** The port under test. */
  protected abstract PublicKeys publicKeys();

  @Test
  void giveASetOfKeysWithTheirIds() {
    assertThat(publicKeys().asJwkSet())
        .containsPattern("^\\{\\s*\"keys\"\\s*:\\s*\\[\\s*\\{")
        .containsPattern("\"kty\"\\s*:\\s*\"(RSA|EC|OKP)\"")
        .containsPattern("\"kid\"\\s*:\\s*\"[^\"]+\"");
  }

  @Test
  void giveNoSecretAway() {
    assertThat(publicKeys().asJwkSet()).doesNotContainPattern(SECRET_PARAMETER);
  }

  @Test
  void stayTheSame() {
    assertThat(publicKeys().asJwkSet()).isEqualTo(publicKeys().asJwkSet());
  }
}
