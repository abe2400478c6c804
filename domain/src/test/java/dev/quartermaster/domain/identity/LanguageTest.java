package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void isFoundByItsCode() {
    for (Language language : Language.values()) {
      assertThat(Language.ofCode(language.code())).contains(language);
    }
    assertThat(Language.ofCode("tlh")).isEmpty();
  }

  @Test
  void theFirstThatIsKnownIsTakenWhateverTheCountry() {
    assertThat(Language.bestOf(List.of(Locale.FRENCH, Locale.of("de", "AT"), Locale.ENGLISH)))
        .isEqualTo(Language.GERMAN);
    assertThat(Language.bestOf(List.of(Locale.UK, Locale.GERMAN))).isEqualTo(Language.ENGLISH);
  }

  @Test
  void isEnglishForWhomeverWeDoNotUnderstand() {
    assertThat(Language.bestOf(List.of(Locale.FRENCH))).isEqualTo(Language.ENGLISH);
    assertThat(Language.bestOf(List.of())).isEqualTo(Language.ENGLISH);
  }
}
