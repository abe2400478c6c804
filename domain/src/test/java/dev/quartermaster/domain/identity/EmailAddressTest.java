package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "a@b",
        "ada.lovelace+orders@mail.example.co.uk",
        "o'neill_1!#$%&*@example.com",
        "зоя@пример.рф",
        "ada@xn--bcher-kva.example"
      })
  void takesAddresses(String text) {
    assertThat(new EmailAddress(text).value()).isEqualTo(text);
    assertThat(EmailAddress.parse(text)).contains(new EmailAddress(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "@example.com",
        "ada@",
        "ada@@example.com",
        "ada@exa mple.com",
        "a da@example.com",
        "ada@example.com\nBcc: eve@example.com",
        "ada@-example.com",
        "ada@example.com.",
        "ada,eve@example.com",
        "<ada@example.com>"
      })
  void refusesEverythingElse(String text) {
    assertRefused(text);
  }

  @Test
  void refusesControlCharacters() {
    assertRefused("ada\u0000@example.com");
    assertRefused("ada\u0007@example.com");
    assertRefused("ada\u007f@example.com");
  }

  @Test
  void holdsItsLengthLimits() {
    String domain = "e".repeat(60) + ".example";
    assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain)).isPresent();
    assertThat(EmailAddress.parse("a".repeat(65) + "@" + domain)).isEmpty();
    assertThat(EmailAddress.parse("a@" + "e".repeat(252))).isPresent();
    assertThat(EmailAddress.parse("a@" + "e".repeat(253))).isEmpty();
    assertThat(EmailAddress.parse("a@" + "e".repeat(1_000_000))).isEmpty();
  }

  @Property
  void capitalsAndBlanksAroundItMakeNoOtherAddress(
      @ForAll @AlphaChars @StringLength(min = 1, max = 64) String local,
      @ForAll @AlphaChars @StringLength(min = 1, max = 100) String domain) {
    EmailAddress address = new EmailAddress("  " + local + "@" + domain + "\t");
    assertThat(address).isEqualTo(new EmailAddress(address.value().toUpperCase(Locale.ROOT)));
    assertThat(address.value()).isLowerCase().isEqualTo(address.toString());
  }

  @Property
  void whatParsesIsWhatTheConstructorTakes(@ForAll String text) {
    Optional<EmailAddress> parsed = EmailAddress.parse(text);
    if (parsed.isPresent()) {
      assertThat(new EmailAddress(text)).isEqualTo(parsed.get());
      assertThat(EmailAddress.parse(parsed.get().value())).isEqualTo(parsed);
    } else {
      assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new EmailAddress(text));
    }
  }

  private static void assertRefused(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new EmailAddress(text))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly("email"));
  }
}
