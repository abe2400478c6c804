package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The keys by which others check our tokens, read as often as they like. */
@EndToEnd
class PublicKeysTest {
  private static final String KEYS = "/.well-known/jwks.json";

  @Test
  void showNothingThatSigns() {
    List<Map<String, Object>> keys = anonymous().get(KEYS).path("keys");

    assertThat(keys)
        .isNotEmpty()
        .allSatisfy(
            key -> assertThat(key).containsKeys("kid", "kty", "alg").doesNotContainKeys("d", "k"));
  }

  @Test
  void areSentOnceToWhoHasThem() {
    Response first = anonymous().get(KEYS);
    first.then().statusCode(200).header("Cache-Control", "public, max-age=300");

    Response again = anonymous().header("If-None-Match", first.header("ETag")).get(KEYS);

    again.then().statusCode(304).header("ETag", first.header("ETag"));
    assertThat(again.asByteArray()).isEmpty();
    assertThat(again.header("Cache-Control")).isEqualTo("public, max-age=300");
    anonymous().header("If-None-Match", "\"others\"").get(KEYS).then().statusCode(200);
  }
}
