package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.testkit.shared.SealingContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AesSealingTest extends SealingContract {
  @TempDir private Path folder;
  @TempDir private Path otherFolder;
  private SigningKeys keys;
  private Sealing sealing;

  @BeforeEach
  void setUp() {
    keys = KeyFiles.anyKeys(folder);
    sealing = new AesSealing(keys);
  }

  @Override
  protected Sealing sealing() {
    return sealing;
  }

  @Test
  void anotherNodeWithTheSameKeyOpensIt() {
    assertThat(new AesSealing(keys).open("mail", sealing.seal("mail", "a-secret")))
        .isEqualTo("a-secret");
  }

  @Test
  void secretsOutliveTheRotationOfTheKey() {
    Sealing rotated = new AesSealing(rotated());

    assertThat(rotated.open("mail", sealing.seal("mail", "a-secret"))).isEqualTo("a-secret");
    String fresh = rotated.seal("mail", "a-secret");
    assertThat(rotated.open("mail", fresh)).isEqualTo("a-secret");
    assertThatThrownBy(() -> sealing.open("mail", fresh))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SigningKeys rotated() {
    return new SigningKeys(KeyFiles.anyKey(folder), List.of(keys.current()));
  }

  @Test
  void withoutTheKeyNobodyOpensIt() {
    String sealed = sealing.seal("mail", "a-secret");
    Sealing foreign = new AesSealing(KeyFiles.anyKeys(otherFolder));

    assertThatThrownBy(() -> foreign.open("mail", sealed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasChangedDoesNotOpen() {
    String sealed = sealing.seal("mail", "a-secret");
    char last = sealed.charAt(sealed.length() - 2);
    String changed =
        sealed.substring(0, sealed.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + sealed.charAt(sealed.length() - 1);

    assertThatThrownBy(() -> sealing.open("mail", changed))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
