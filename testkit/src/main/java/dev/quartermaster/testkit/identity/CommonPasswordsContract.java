package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.CommonPasswords;
import dev.quartermaster.domain.identity.RawPassword;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link CommonPasswords} promise. */
public abstract class CommonPasswordsContract {

  /** The port under test. */
  protected abstract CommonPasswords commonPasswords();

  @Test
  void knowsWhatEverybodyTriesFirstWhateverItsCapitals() {
    for (String common :
        List.of("password", "PASSWORD", "PassWord", "12345678", "iloveyou", "ILoveYou")) {
      assertThat(commonPasswords().contains(new RawPassword(common))).as(common).isTrue();
    }
  }

  @Test
  void knowsNoRareOnes() {
    for (String rare :
        List.of("correct horse battery staple", "7fK-mmq2-Zr0x", "", "🦊🦊🦊🦊🦊🦊🦊🦊")) {
      assertThat(commonPasswords().contains(new RawPassword(rare))).as(rare).isFalse();
    }
  }
}
