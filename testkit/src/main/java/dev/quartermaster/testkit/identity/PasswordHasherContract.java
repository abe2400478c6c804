package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.testkit.shared.Concurrently;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link PasswordHasher} promises. */
public abstract class PasswordHasherContract {
  private static final RawPassword PASSWORD = new RawPassword("correct horse battery staple");

  /** The port under test. */
  protected abstract PasswordHasher hasher();

  @Test
  void aHashMatchesItsPasswordAndNoOther() {
    PasswordHash hash = hasher().hash(PASSWORD);
    assertThat(matches(PASSWORD.value(), hash)).isTrue();
    assertThat(matches("correct horse battery stapl", hash)).isFalse();
    assertThat(matches("Correct horse battery staple", hash)).isFalse();
    assertThat(matches("", hash)).isFalse();
  }

  @Test
  void hashesDifferFromCallToCallAndDoNotShowThePassword() {
    PasswordHash first = hasher().hash(PASSWORD);
    PasswordHash second = hasher().hash(PASSWORD);
    assertThat(first).isNotEqualTo(second);
    assertThat(first.value()).startsWith("$").doesNotContain(PASSWORD.value());
    assertThat(matches(PASSWORD.value(), second)).isTrue();
  }

  @Test
  void everyCharacterOfALongOneCounts() {
    String longest = "🦊".repeat(RawPassword.MAX_LENGTH);
    PasswordHash hash = hasher().hash(new RawPassword(longest));
    assertThat(matches(longest, hash)).isTrue();
    assertThat(matches("🦊".repeat(RawPassword.MAX_LENGTH - 1) + "🐻", hash)).isFalse();
  }

  @Test
  void whereThereIsNoHashNothingMatches() {
    assertThat(hasher().matches(PASSWORD, Optional.empty())).isFalse();
    assertThat(hasher().matches(new RawPassword(""), Optional.empty())).isFalse();
  }

  @Test
  void anUnusableHashMatchesNothing() {
    PasswordHash unusable = hasher().unusable();
    assertThat(unusable.value()).startsWith("$").isNotEqualTo(hasher().unusable().value());
    assertThat(matches(PASSWORD.value(), unusable)).isFalse();
    assertThat(matches("", unusable)).isFalse();
    assertThat(matches(unusable.value(), unusable)).isFalse();
  }

  @Test
  void aHashOfTodayNeedsNoOther() {
    assertThat(hasher().needsRehash(hasher().hash(PASSWORD))).isFalse();
  }

  @Test
  void servesManyThreadsAtOnce() {
    PasswordHasher hasher = hasher();
    assertThat(
            Concurrently.inThreads(
                8, () -> hasher.matches(PASSWORD, Optional.of(hasher.hash(PASSWORD)))))
        .containsOnly(true);
  }

  private boolean matches(String password, PasswordHash hash) {
    return hasher().matches(new RawPassword(password), Optional.of(hash));
  }
}
