package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Fingerprints;
import dev.quartermaster.testkit.shared.FingerprintsContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HmacFingerprintsTest extends FingerprintsContract {
  @TempDir private Path folder;
  @TempDir private Path otherFolder;
  private SigningKeys keys;
  private Fingerprints fingerprints;

  @BeforeEach
  void setUp() {
    keys = KeyFiles.anyKeys(folder);
    fingerprints = new HmacFingerprints(keys);
  }

  @Override
  protected Fingerprints fingerprints() {
    return fingerprints;
  }

  @Test
  void anotherNodeWithTheSameKeyAgrees() {
    assertThat(new HmacFingerprints(keys).of("POST /users"))
        .isEqualTo(fingerprints.of("POST /users"));
  }

  @Test
  void digestsOutliveTheRotationOfTheKey() {
    Fingerprints rotated = new HmacFingerprints(rotated());
    String before = fingerprints.of("POST /users");

    assertThat(rotated.matches("POST /users", before)).isTrue();
    assertThat(rotated.matches("POST /orders", before)).isFalse();
    assertThat(rotated.of("POST /users")).isNotEqualTo(before);
  }

  private SigningKeys rotated() {
    return new SigningKeys(KeyFiles.anyKey(folder), List.of(keys.current()));
  }

  @Test
  void withoutTheKeyNobodyCanTryTexts() {
    Fingerprints foreign = new HmacFingerprints(KeyFiles.anyKeys(otherFolder));

    assertThat(foreign.of("POST /users")).isNotEqualTo(fingerprints.of("POST /users"));
  }
}
