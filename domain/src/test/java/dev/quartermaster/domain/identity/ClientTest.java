package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

  private static String userAgent(String text) {
    return new Client("203.0.113.7", text).userAgent();
  }
}
