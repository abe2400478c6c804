package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.testkit.shared.FingerprintsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HmacFingerprintsTest extends FingerprintsContract {
  @TempDir private Path folder;
  @TempDir private Path otherFolder;
  private SigningKey key;
  private Fingerprints fingerprints;

  @BeforeEach
  void setUp() {
    key = KeyFiles.anyKey(folder);
    fingerprints = new HmacFingerprints(key);
  }

  @Override
  protected Fingerprints fingerprints() {
    return fingerprints;
  }

  @Test
  void anotherNodeWithTheSameKeyAgrees() {
    assertThat(new HmacFingerprints(key).of("POST /users"))
        .isEqualTo(fingerprints.of("POST /users"));
  }

  @Test
  void withoutTheKeyNobodyCanTryTexts() {
    Fingerprints foreign = new HmacFingerprints(KeyFiles.anyKey(otherFolder));

    assertThat(foreign.of("POST /users")).isNotEqualTo(fingerprints.of("POST /users"));
  }
}
