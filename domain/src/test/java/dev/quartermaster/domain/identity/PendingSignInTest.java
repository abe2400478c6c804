package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingSignInTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123Z");
  private static final ProviderName PROVIDER = new ProviderName("my_keycloak");
  private static final PendingSignIn PENDING =
      new PendingSignIn(PROVIDER, "st-ate", "no_nce", "verifier", NOW);

  @Test
  void isReadAsItWasWritten() {
    assertThat(PendingSignIn.parse(PENDING.asText())).isEqualTo(PENDING);
  }

  @Test
  void readsNothingElse() {
    for (String text :
        List.of("", "a.b.c.d", "a.b.c.d.e.1", "A.b.c.d.1", "a.b.c.d.e", "a.b.c.d.")) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> PendingSignIn.parse(text));
    }
  }

  @Test
  void awaitsItsOwnStateFromItsOwnProviderInTime() {
    Instant before = NOW.minusMillis(1);
    assertThat(PENDING.awaits(PROVIDER, "st-ate", before)).isTrue();
    assertThat(PENDING.awaits(PROVIDER, "st-ate", NOW)).isFalse();
    assertThat(PENDING.awaits(PROVIDER, "ST-ATE", before)).isFalse();
    assertThat(PENDING.awaits(PROVIDER, "", before)).isFalse();
    assertThat(PENDING.awaits(new ProviderName("other"), "st-ate", before)).isFalse();
  }

  @Test
  void keepsItsSecretsOutOfLogs() {
    assertThat(PENDING.toString()).doesNotContain("st-ate", "no_nce", "verifier");
  }
}
