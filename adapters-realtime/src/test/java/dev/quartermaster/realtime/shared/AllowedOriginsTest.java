package dev.quartermaster.realtime.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
  private static final String HOST = "api.shop.example";
  private static final AllowedOrigins LISTED =
      new AllowedOrigins(
          Optional.of(List.of("https://Console.shop.example", " http://localhost:3000")),
          URI.create("https://shop.example/base"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://console.shop.example",
        "HTTP://LOCALHOST:3000",
        "https://shop.example",
        "https://api.shop.example",
        "http://API.shop.example"
      })
  void listedPagesAndThoseOfThisHostConnectWithCookies(String origin) {
    assertThat(LISTED.allow(origin, HOST)).isTrue();
    assertThat(LISTED.allowCookies(origin, HOST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://shop.example.evil.example",
        "https://api.shop.example:8443",
        "http://localhost:3001",
        "null",
        "",
        "https://[broken"
      })
  void strangersDoNot(String origin) {
    assertThat(LISTED.allow(origin, HOST)).isFalse();
    assertThat(LISTED.allowCookies(origin, HOST)).isFalse();
    assertThat(LISTED.allow(origin, null)).isFalse();
  }

  @Test
  void whereAllAreAllowedStrangersBringNoCookies() {
    AllowedOrigins all =
        new AllowedOrigins(Optional.of(List.of("*")), URI.create("https://shop.example"));
    assertThat(all.allow("https://evil.example", HOST)).isTrue();
    assertThat(all.allowCookies("https://evil.example", HOST)).isFalse();
    assertThat(all.allowCookies("https://shop.example", HOST)).isTrue();
  }

  @Test
  void aProgramSaysNothingOfWhereItComesFrom() {
    assertThat(LISTED.allowCookies(null, HOST)).isTrue();
  }
}
