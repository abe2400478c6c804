package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.RefreshTokens.Claim;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link RefreshTokens} promise. */
public abstract class RefreshTokensContract {
  private static final Identifiers IDENTIFIERS = new SequentialIdentifiers();

  private final Claim claim = new Claim(new SessionId(IDENTIFIERS.next()), 3);

  /** The port under test. */
  protected abstract RefreshTokens refreshTokens();

  @Test
  void readsTheClaimOfATokenItWrote() {
    for (Claim written :
        List.of(
            claim,
            new Claim(claim.session(), 0),
            new Claim(claim.session(), Integer.MAX_VALUE),
            new Claim(new SessionId(IDENTIFIERS.next()), 3))) {
      assertThat(refreshTokens().read(refreshTokens().tokenOf(written))).contains(written);
    }
  }

  @Test
  void theSameClaimGivesTheSameToken() {
    assertThat(refreshTokens().tokenOf(claim)).isEqualTo(refreshTokens().tokenOf(claim));
  }

  @Test
  void differentClaimsGiveDifferentTokens() {
    assertThat(refreshTokens().tokenOf(claim))
        .isNotEqualTo(refreshTokens().tokenOf(new Claim(claim.session(), 4)))
        .isNotEqualTo(refreshTokens().tokenOf(new Claim(new SessionId(IDENTIFIERS.next()), 3)));
  }

  @Test
  void aTokenIsPlainText() {
    assertThat(refreshTokens().tokenOf(claim)).matches("[A-Za-z0-9._~-]{1,500}");
  }

  @Test
  void readsNothingFromATokenThatWasTamperedWith() {
    String token = refreshTokens().tokenOf(claim);
    for (int index = 0; index < token.length(); index++) {
      String tampered =
          token.substring(0, index)
              + (token.charAt(index) == 'A' ? 'B' : 'A')
              + token.substring(index + 1);
      assertThat(refreshTokens().read(tampered)).as(tampered).isEmpty();
    }
    assertThat(refreshTokens().read(token + "A")).isEmpty();
    assertThat(refreshTokens().read(token + "=")).isEmpty();
    assertThat(refreshTokens().read(" " + token)).isEmpty();
    assertThat(refreshTokens().read(token.substring(1))).isEmpty();
    assertThat(refreshTokens().read(token.substring(0, token.length() - 1))).isEmpty();
    assertThat(refreshTokens().read(token + token)).isEmpty();
  }

  @Test
  void readsNothingFromOtherTexts() {
    for (String foreign :
        List.of("", " ", ".", "..", "A", "%%%", "é🦊", claim.toString(), "A".repeat(100_000))) {
      assertThat(refreshTokens().read(foreign)).isEmpty();
    }
  }
}
