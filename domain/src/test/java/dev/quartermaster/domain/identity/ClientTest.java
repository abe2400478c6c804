package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

  @Test
  void keepsWhatAProgramUsuallyCallsItself() {
    assertThat(userAgent("curl/8.5.0")).isEqualTo("curl/8.5.0");
    assertThat(userAgent("")).isEmpty();
  }

  @Test
  void cutsLongNames() {
    assertThat(userAgent("a".repeat(256))).isEqualTo("a".repeat(256));
    assertThat(userAgent("a".repeat(100_000))).isEqualTo("a".repeat(256));
    assertThat(userAgent("🦊".repeat(257))).isEqualTo("🦊".repeat(256));
  }

  @Test
  void holdsNothingThatCannotBeShownOnOneLine() {
    assertThat(userAgent("\u0000 curl\r\nX-Forged: 1\t")).isEqualTo("curl X-Forged: 1");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "::ffff:203.0.113.7, 203.0.113.7",
    "2001:db8:1:2::1, 2001:db8:1:2:0:0:0:0/64",
    "2001:db8:1:2:ffff:ffff:ffff:ffff, 2001:db8:1:2:0:0:0:0/64",
    "2001:db8:1:3::1, 2001:db8:1:3:0:0:0:0/64",
    "'', ''",
    "unknown, unknown",
  })
  void isCountedByItsNetwork(String address, String network) {
    assertThat(new Client(address, "").network()).isEqualTo(network);
  }

  private static String userAgent(String text) {
    return new Client("203.0.113.7", text).userAgent();
  }
}
