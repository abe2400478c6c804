package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Conventions of operations that read. */
final class ReadConventions {
  private static final List<String> OF_EACH_ANSWER =
      List.of(
          "X-Request-Id",
          "RateLimit-Remaining",
          "RateLimit-Reset",
          "Content-Length",
          "content-length",
          "Transfer-Encoding",
          "transfer-encoding");

  private ReadConventions() {}

  static void head(Visit visit) {
    Response got = visit.answer();
    Response head = visit.send("HEAD", visit.operation().path(), UnaryOperator.identity());

    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.asByteArray()).isEmpty();
    // A long answer is sent in chunks, without its length.
    if (head.header("Content-Length") != null) {
      assertThat(head.header("Content-Length"))
          .isEqualTo(Integer.toString(got.asByteArray().length));
    }
    got.headers()
        .asList()
        .forEach(
            header -> {
              if (OF_EACH_ANSWER.stream().noneMatch(header.getName()::equalsIgnoreCase)) {
                assertThat(head.headers().getValues(header.getName()))
                    .as(header.getName())
                    .isEqualTo(got.headers().getValues(header.getName()));
              }
            });
  }

  static void conditional(Visit visit) {
    Response got = visit.answer();
    String tag = got.header("ETag");
    assertThat(tag).matches("\"[^\"]+\"");

    Response known = visit.answer(asking -> asking.header("If-None-Match", "\"x\", " + tag));
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.asByteArray()).isEmpty();
    assertThat(known.header("ETag")).isEqualTo(tag);
    assertThat(known.header("Cache-Control")).isEqualTo(got.header("Cache-Control"));

    Response other = visit.answer(asking -> asking.header("If-None-Match", "\"x\""));
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.asByteArray()).isNotEmpty();
  }

  static void fields(Visit visit) {
    Response answer = visit.answer(asking -> asking.queryParam("fields", "links"));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    Map<String, Object> body = answer.path("$");
    if (isList(answer)) {
      assertThat(answer.<List<Map<String, Object>>>path("data"))
          .allSatisfy(item -> assertThat(item).containsOnlyKeys("links"));
    } else {
      assertThat(body).containsOnlyKeys("links");
    }
    if (answer.header("ETag") != null) {
      assertThat(answer.header("ETag")).isNotEqualTo(visit.answer().header("ETag"));
    }

    Response refused = visit.answer(asking -> asking.queryParam("fields", "links,colour"));
    assertInvalid(refused, "fields");
    assertThat(refused.<String>path("errors[0].message")).contains("colour", "links");
  }

  static void unknownParameter(Visit visit) {
    assertInvalid(visit.answer(asking -> asking.queryParam("colour", "red")), "colour");
  }

  static void links(Visit visit) {
    Response answer = visit.answer();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/json");
    assertThat(answer.<Map<String, String>>path("links")).containsKey("self");
    if (isList(answer)) {
      assertThat(answer.header("Link"))
          .contains("<" + answer.path("links.self") + ">; rel=\"self\"");
      assertThat(answer.<List<Map<String, Object>>>path("data"))
          .allSatisfy(item -> assertThat(item).containsKey("links"));
    }
  }

  static void list(Visit visit) {
    Response page = visit.answer(asking -> asking.queryParam("limit", 1));
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    assertThat(page.<Map<String, Object>>path("pagination"))
        .containsKeys("page", "limit", "total", "pages");
    assertThat(page.header("Link")).contains("rel=\"first\"", "rel=\"last\"");

    Response part = visit.answer(asking -> asking.queryParam("after", "").queryParam("limit", 1));
    assertThat(part.<Map<String, Object>>path("pagination"))
        .containsKey("limit")
        .doesNotContainKeys("page", "total", "pages");
    assertThat(part.header("Link"))
        .satisfies(
            link ->
                assertThat(link.contains("rel=\"next\""))
                    .isEqualTo(part.path("pagination.next") != null));

    Response refused =
        visit.answer(
            asking ->
                asking
                    .queryParam("colour", "red")
                    .queryParam("fields", "colour")
                    .queryParam("limit", 0)
                    .queryParam("page", "x")
                    .queryParam("sort", "colour"));
    assertInvalid(refused, "colour", "fields", "limit", "page", "sort");
  }

  private static boolean isList(Response answer) {
    return answer.path("pagination") != null;
  }

  private static void assertInvalid(Response answer, String... fields) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.<String>path("code")).isEqualTo("validation-failed");
    assertThat(answer.<List<String>>path("errors.field")).containsExactlyInAnyOrder(fields);
  }
}
