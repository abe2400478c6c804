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
    tokens = new JwtAccessTokens(KeyFiles.anyKeys(folder));
  }

  @Override
  protected AccessTokens accessTokens() {
    return tokens;
  }
}
