package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.PublicKeys;
import dev.quartermaster.testkit.identity.PublicKeysContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeySetTest extends PublicKeysContract {
  @TempDir private Path folder;
  private PublicKeys keys;

  @BeforeEach
  void setUp() {
    keys = new SigningKeySet(KeyFiles.anyKeys(folder));
  }

  @Override
  protected PublicKeys publicKeys() {
    return keys;
  }
}
