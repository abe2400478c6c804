package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Conventions of operations that change something. */
final class ChangeConventions {
  private static final String KEY = "Idempotency-Key";

  private ChangeConventions() {}

  static void idempotency(Visit visit) {
    String key = UUID.randomUUID().toString();
    Response first = visit.answer(asking -> asking.header(KEY, key));
    Response second = visit.answer(asking -> asking.header(KEY, key));

    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.statusCode()).isEqualTo(first.statusCode());
    assertThat(second.asString()).isEqualTo(first.asString());
    for (String header : new String[] {"ETag", "Location", "Content-Type", "Cache-Control"}) {
      assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
    }

    Response other = anotherRequest(visit, key);
    assertThat(other.statusCode()).as(other.asString()).isEqualTo(422);
    assertThat(other.<String>path("code")).isEqualTo("idempotency-key-reused");
  }

  static void precondition(Visit visit) {
    Response blind = visit.unconditional(UnaryOperator.identity());
    assertThat(blind.statusCode()).as(blind.asString()).isEqualTo(428);
    assertThat(blind.<String>path("code")).isEqualTo("precondition-required");

    Response stale = visit.unconditional(asking -> asking.header("If-Match", "\"999999999-0a\""));
    assertThat(stale.statusCode()).as(stale.asString()).isEqualTo(412);
    assertThat(stale.<String>path("code")).isEqualTo("stale-version");
  }

  /** The same with another body; or, where there is none, at another path. */
  private static Response anotherRequest(Visit visit, String key) {
    UnaryOperator<RequestSpecification> keyed =
        asking -> asking.header(KEY, key).header("If-Match", "*");
    return visit.request().body().isEmpty()
        ? visit.send(visit.operation().method(), visit.operation().path() + "/", keyed)
        : visit.send(
            visit.operation().method(),
            visit.operation().path(),
            asking -> keyed.apply(asking).body(Visit.bytes(visit.json() + " ")));
  }
}
