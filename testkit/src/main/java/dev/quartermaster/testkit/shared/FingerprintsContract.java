package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Fingerprints;
import org.junit.jupiter.api.Test;

/** What {@link Fingerprints} promise. */
public abstract class FingerprintsContract {

  /** The port under test. */
  protected abstract Fingerprints fingerprints();

  @Test
  void theSameTextGivesTheSameDigest() {
    assertThat(fingerprints().of("POST /orders")).isEqualTo(fingerprints().of("POST /orders"));
  }

  @Test
  void anotherTextGivesAnotherDigest() {
    assertThat(fingerprints().of("POST /orders 1"))
        .isNotEqualTo(fingerprints().of("POST /orders 2"));
  }

  @Test
  void aDigestMatchesItsTextAndNoOther() {
    String digest = fingerprints().of("POST /orders 1");
    assertThat(fingerprints().matches("POST /orders 1", digest)).isTrue();
    assertThat(fingerprints().matches("POST /orders 2", digest)).isFalse();
    assertThat(fingerprints().matches("POST /orders 1", "")).isFalse();
  }

  @Test
  void theDigestDoesNotShowTheText() {
    assertThat(fingerprints().of("a-secret")).doesNotContain("a-secret");
  }
}
