package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.shared.Sealing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Sealing} promises. */
public abstract class SealingContract {
  private static final String PURPOSE = "the contract";

  /** The port under test. */
  protected abstract Sealing sealing();

  @Test
  void whatWasSealedCanBeOpened() {
    assertThat(List.of("", "a-secret", "Schlüssel \uD83D\uDD11"))
        .allSatisfy(
            secret ->
                assertThat(sealing().open(PURPOSE, sealing().seal(PURPOSE, secret)))
                    .isEqualTo(secret));
  }

  @Test
  void theSecretDoesNotShow() {
    assertThat(sealing().seal(PURPOSE, "a-secret")).doesNotContain("a-secret");
  }

  @Test
  void theSameSecretLooksDifferentEachTime() {
    assertThat(sealing().seal(PURPOSE, "a-secret"))
        .isNotEqualTo(sealing().seal(PURPOSE, "a-secret"));
  }

  @Test
  void itOpensForItsPurposeAlone() {
    String sealed = sealing().seal(PURPOSE, "a-secret");

    assertThatThrownBy(() -> sealing().open("something else", sealed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasNeverSealedDoesNotOpen() {
    assertThat(List.of("", "no such thing", "A".repeat(60)))
        .allSatisfy(
            text ->
                assertThatThrownBy(() -> sealing().open(PURPOSE, text))
                    .isInstanceOf(IllegalArgumentException.class));
  }
}
