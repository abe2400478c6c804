package dev.quartermaster.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "https://shop.example:8443/hooks?for=orders",
        "HTTPS://shop.example/%20",
        "http://127.0.0.1:1",
        "https://[2606:2800:21f::1]:65535/"
      })
  void whatCanBeSentToIsTaken(String text) {
    assertThat(WebhookUrl.of(" " + text + " ")).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.example",
        "/hooks",
        "https:/hooks",
        "https://",
        "https:shop.example",
        "ftp://shop.example",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://shop .example",
        "https://ada:secret@shop.example",
        "https://@shop.example",
        "https://shop.example/#part",
        "https://shop.example:0",
        "https://shop.example:65536"
      })
  void whatCannotIsRefused(String text) {
    assertRefused(text);
  }

  @Test
  void anAddressHasABoundedLength() {
    String longest = "https://shop.example/" + "x".repeat(WebhookUrl.MAX_LENGTH - 21);

    assertThat(WebhookUrl.of(longest)).hasToString(longest);
    assertRefused(longest + "x");
  }

  @Test
  void httpsAloneIsEncrypted() {
    assertThat(WebhookUrl.of("https://shop.example").isEncrypted()).isTrue();
    assertThat(WebhookUrl.of("HTTPS://shop.example").isEncrypted()).isTrue();
    assertThat(WebhookUrl.of("http://shop.example").isEncrypted()).isFalse();
  }

  private static void assertRefused(String text) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> WebhookUrl.of(text))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsExactly("url"));
  }
}
