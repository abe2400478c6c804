package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.testkit.identity.AccessTokensContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class JwtAccessTokensTest extends AccessTokensContract {
  @TempDir private Path folder;
  private AccessTokens tokens;

  @BeforeEach
  void setUp() {
    SigningKey key = KeyFiles.anyKey(folder);
    tokens = new JwtAccessTokens(key, new SigningKeySet(key));
  }

  @Override
  protected AccessTokens accessTokens() {
    return tokens;
  }
}
