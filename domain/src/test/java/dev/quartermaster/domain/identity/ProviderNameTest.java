package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderNameTest {

  @Test
  void isOfLowerCaseLettersDigitsAndSingleUnderscores() {
    for (String text : List.of("google", "my_keycloak_2", "7", "a".repeat(40))) {
      assertThat(ProviderName.parse(text)).contains(new ProviderName(text));
    }
    for (String text : List.of("", "Google", "a__b", "_a", "a_", "a-b", "a/b", "a".repeat(41))) {
      assertThat(ProviderName.parse(text)).as(text).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> new ProviderName(text));
    }
  }
}
