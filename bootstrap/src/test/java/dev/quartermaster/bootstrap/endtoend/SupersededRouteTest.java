package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever uses a superseded route is told so in time, whatever the answer. */
@EndToEnd
class SupersededRouteTest {

  @ParameterizedTest
  @CsvSource({"/1, 200", "/none, 404", "/1?colour=red, 400"})
  void everyAnswerOfItSaysSinceWhenUntilWhenAndWhatFollows(String path, int status) {
    Response answer = anonymous().get(OldNewsResource.PATH + path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.header("Deprecation")).isEqualTo("@1767225600");
    assertThat(answer.header("Sunset")).isEqualTo("Fri, 01 Jan 2027 00:00:00 GMT");
    assertThat(answer.headers().getValues("Link"))
        .contains("</test/news>; rel=\"successor-version\"");
  }

  @Test
  void othersSayNothingOfTheKind() {
    Response answer = anonymous().get(API + "/products");

    assertThat(answer.headers().hasHeaderWithName("Deprecation")).isFalse();
    assertThat(answer.headers().hasHeaderWithName("Sunset")).isFalse();
  }
}
