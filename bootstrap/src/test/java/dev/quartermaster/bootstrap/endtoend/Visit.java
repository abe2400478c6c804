package dev.quartermaster.bootstrap.endtoend;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.RestAssuredConfig.config;

import dev.quartermaster.bootstrap.endtoend.AccessRule.Verdict;
import dev.quartermaster.bootstrap.endtoend.AccessTable.Request;
import dev.quartermaster.bootstrap.endtoend.AccessTable.Row;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A request of an operation by somebody who may do it, to be sent in variations.
 *
 * @param operation the operation
 * @param row who may do it
 * @param people who there is
 * @param request what is sent, the same each time
 */
record Visit(DescribedOperation operation, Row row, AccessPeople people, Request request) {

  static Visit of(DescribedOperation operation, Row row, AccessPeople people) {
    return new Visit(operation, row, people, row.request().apply(people));
  }

  /** The answer to the request as the table has it, accepting any version. */
  Response answer() {
    return answer(UnaryOperator.identity());
  }

  /** The answer to the request with something different, accepting any version. */
  Response answer(UnaryOperator<RequestSpecification> difference) {
    return unconditional(
        asking ->
            difference.apply(
                operation.isChangeOfResource() ? asking.header("If-Match", "*") : asking));
  }

  /** The answer to the request with something different, without a word about versions. */
  Response unconditional(UnaryOperator<RequestSpecification> difference) {
    return send(operation.method(), operation.path(), difference);
  }

  /** The answer to another method or another form of the path. */
  Response send(String method, String path, UnaryOperator<RequestSpecification> difference) {
    RequestSpecification asking =
        people
            .ask(asker(), row.rule().permission())
            .config(config().decoderConfig(decoderConfig().noContentDecoders()))
            .pathParams(request.parameters())
            .contentType(request.contentType())
            .redirects()
            .follow(false);
    if (!request.body().isEmpty()) {
      asking.body(bytes(json()));
    }
    return difference.apply(asking).request(method, path);
  }

  /** The body that is sent. */
  String json() {
    return new JsonObject(request.body()).encode();
  }

  /** As bytes a body can be sent under any media type. */
  static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** An administrator rather than the owner, whose account the operation may close. */
  private Asker asker() {
    return List.of(Asker.ADMIN, Asker.CUSTOMER).stream()
        .filter(asker -> row.rule().of(asker) == Verdict.ALLOWED)
        .findFirst()
        .orElseThrow(() -> new AssertionError("neither admin nor owner may " + row));
  }
}
