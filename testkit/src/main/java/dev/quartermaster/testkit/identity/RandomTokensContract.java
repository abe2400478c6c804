package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.RandomTokens;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link RandomTokens} promise. */
public abstract class RandomTokensContract {
  private static final int BITS = 256;

  /** The port under test. */
  protected abstract RandomTokens tokens();

  @Test
  void aTokenHas256BitsInCharactersOfALink() {
    assertThat(Base64.getUrlDecoder().decode(tokens().next().value())).hasSize(BITS / Byte.SIZE);
    assertThat(tokens().next().value()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void noTokenComesTwice() {
    Set<OneTimeToken> made = new HashSet<>();
    for (int token = 0; token < 1000; token++) {
      made.add(tokens().next());
    }
    assertThat(made).hasSize(1000);
  }
}
