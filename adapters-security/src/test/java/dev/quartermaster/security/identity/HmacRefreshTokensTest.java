package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.testkit.identity.RefreshTokensContract;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HmacRefreshTokensTest extends RefreshTokensContract {
  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final RefreshTokens.Claim CLAIM =
      new RefreshTokens.Claim(
          new SessionId(UUID.fromString("0198c0de-0000-7000-8000-000000000001")), 3);

  @TempDir private Path folder;
  private SigningKeys keys;
  private RefreshTokens tokens;

  @BeforeEach
  void setUp() {
    keys = KeyFiles.anyKeys(folder);
    tokens = new HmacRefreshTokens(keys);
  }

  @Override
  protected RefreshTokens refreshTokens() {
    return tokens;
  }

  @Test
  void anotherNodeWithTheSameKeyReadsIt() {
    assertThat(new HmacRefreshTokens(keys).read(tokens.tokenOf(CLAIM))).contains(CLAIM);
  }

  @Test
  void aServerWithAnotherKeyDoesNotReadIt() {
    RefreshTokens others = new HmacRefreshTokens(KeyFiles.anyKeys(folder));

    assertThat(others.read(tokens.tokenOf(CLAIM))).isEmpty();
  }

  @Test
  void tokensOutliveTheRotationOfTheKey() {
    RefreshTokens rotated = new HmacRefreshTokens(rotated());

    assertThat(rotated.read(tokens.tokenOf(CLAIM))).contains(CLAIM);
    assertThat(rotated.read(rotated.tokenOf(CLAIM))).contains(CLAIM);
    assertThat(tokens.read(rotated.tokenOf(CLAIM))).isEmpty();
  }

  private SigningKeys rotated() {
    return new SigningKeys(KeyFiles.anyKey(folder), List.of(keys.current()));
  }

  @Test
  void noCharacterCanBeChanged() {
    String token = tokens.tokenOf(CLAIM);

    for (int at = 0; at < token.length(); at++) {
      for (int i = 0; i < BASE64URL.length(); i++) {
        char other = BASE64URL.charAt(i);
        if (other != token.charAt(at)) {
          String changed = token.substring(0, at) + other + token.substring(at + 1);
          assertThat(tokens.read(changed)).as(changed).isEmpty();
        }
      }
    }
  }

  @Test
  void otherTextsAreNoTokens() {
    assertThat(tokens.read("ä€😀")).isEmpty();
    assertThat(tokens.read("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")).isEmpty();
    assertThat(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[52])))
        .isEmpty();
    assertThat(tokens.read("A".repeat(1_000_000))).isEmpty();
  }
}
