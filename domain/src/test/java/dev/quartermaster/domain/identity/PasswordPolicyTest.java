package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  private final PasswordPolicy policy =
      new PasswordPolicy(password -> password.value().equals("iloveyou"));

  @ParameterizedTest
  @ValueSource(
      strings = {"aaaaaaaa", "        ", "🦊🦊🦊🦊🦊🦊🦊🦊", "correct horse battery staple"})
  void takesRarePasswordsOfAnyComposition(String password) {
    assertThatCode(() -> policy.check(new RawPassword(password))).doesNotThrowAnyException();
  }

  @Test
  void takesTheLongest() {
    assertThatCode(() -> policy.check(new RawPassword("🦊".repeat(128))))
        .doesNotThrowAnyException();
    assertRefused("🦊".repeat(129));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "🦊🦊🦊🦊🦊🦊🦊", "iloveyou"})
  void refusesShortAndCommonOnes(String password) {
    assertRefused(password);
  }

  @Test
  void neitherPasswordsNorHashesShowInALog() {
    assertThat(new RawPassword("correct horse")).asString().doesNotContain("correct");
    assertThat(new PasswordHash("$argon2id$secret")).asString().doesNotContain("secret");
  }

  private void assertRefused(String password) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> policy.check(new RawPassword(password)))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly("password"));
  }
}
