package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.BrowserTokens;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.testkit.identity.BrowserTokensContract;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HmacBrowserTokensTest extends BrowserTokensContract {
  private static final SessionId SESSION =
      new SessionId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));

  @TempDir private Path folder;
  private SigningKeys keys;
  private BrowserTokens tokens;

  @BeforeEach
  void setUp() {
    keys = KeyFiles.anyKeys(folder);
    tokens = new HmacBrowserTokens(keys);
  }

  @Override
  protected BrowserTokens browserTokens() {
    return tokens;
  }

  @Test
  void anotherNodeWithTheSameKeyReadsThem() {
    BrowserTokens otherNode = new HmacBrowserTokens(keys);

    assertThat(otherNode.read(tokens.cookieOf(SESSION))).contains(SESSION);
    assertThat(otherNode.isCsrfTokenOf(SESSION, tokens.csrfTokenOf(SESSION))).isTrue();
  }

  @Test
  void aServerWithAnotherKeyDoesNotReadThem() {
    BrowserTokens others = new HmacBrowserTokens(KeyFiles.anyKeys(folder));

    assertThat(others.read(tokens.cookieOf(SESSION))).isEmpty();
    assertThat(others.isCsrfTokenOf(SESSION, tokens.csrfTokenOf(SESSION))).isFalse();
  }

  @Test
  void bothOutliveTheRotationOfTheKey() {
    BrowserTokens rotated =
        new HmacBrowserTokens(new SigningKeys(KeyFiles.anyKey(folder), List.of(keys.current())));

    assertThat(rotated.read(tokens.cookieOf(SESSION))).contains(SESSION);
    assertThat(rotated.isCsrfTokenOf(SESSION, tokens.csrfTokenOf(SESSION))).isTrue();
    assertThat(rotated.read(rotated.cookieOf(SESSION))).contains(SESSION);
    assertThat(rotated.isCsrfTokenOf(SESSION, rotated.csrfTokenOf(SESSION))).isTrue();
    assertThat(tokens.read(rotated.cookieOf(SESSION))).isEmpty();
    assertThat(tokens.isCsrfTokenOf(SESSION, rotated.csrfTokenOf(SESSION))).isFalse();
  }

  @Test
  void theCookieDoesNotHoldTheTokenAgainstForgedRequests() {
    // A tag has 32 bytes; those of the cookie stand behind the 16 of the id.
    String tag = tokens.cookieOf(SESSION).substring(64 - 43);

    assertThat(tokens.isCsrfTokenOf(SESSION, tag)).isFalse();
    assertThat(tokens.cookieOf(SESSION)).doesNotContain(tokens.csrfTokenOf(SESSION));
  }

  @Test
  void aRefreshTokenIsNoCookie() {
    RefreshTokens refreshTokens = new HmacRefreshTokens(keys);

    assertThat(tokens.read(refreshTokens.tokenOf(new RefreshTokens.Claim(SESSION, 0)))).isEmpty();
    assertThat(refreshTokens.read(tokens.cookieOf(SESSION))).isEmpty();
  }
}
