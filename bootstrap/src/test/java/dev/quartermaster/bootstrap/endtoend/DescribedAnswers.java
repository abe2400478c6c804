package dev.quartermaster.bootstrap.endtoend;

import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers that the running application says its operations have. */
final class DescribedAnswers {
  private static final String PROBLEM = "application/problem+json";

  // One for all tests, as the application describes itself alike however it is configured.
  private static @Nullable DescribedAnswers known;

  private final Map<?, ?> description;

  private DescribedAnswers(Map<?, ?> description) {
    this.description = description;
  }

  static synchronized DescribedAnswers read() {
    DescribedAnswers answers =
        known == null
            ? new DescribedAnswers(
                Shop.anonymous()
                    .get("/openapi?format=json")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path(""))
            : known;
    known = answers;
    return answers;
  }

  /** What of the answer the operation is not said to have; empty when all of it is. */
  Optional<String> surprise(String method, String path, Response answer) {
    String status = Integer.toString(answer.statusCode());
    Map<?, ?> responses =
        at(description, "paths", path, method.toLowerCase(Locale.ROOT), "responses");
    if (!responses.containsKey(status)) {
      return Optional.of("no " + status);
    }
    Map<?, ?> described = resolved(at(responses, status));
    if (!String.valueOf(answer.contentType()).startsWith(PROBLEM)) {
      return Optional.empty();
    }
    String code = answer.path("code");
    return at(described, "content", PROBLEM, "examples").containsKey(code)
        ? Optional.empty()
        : Optional.of("no " + code + " with " + status);
  }

  private Map<?, ?> resolved(Map<?, ?> response) {
    return response.get("$ref") instanceof String reference
        ? at(description, reference.substring("#/".length()).split("/", -1))
        : response;
  }

  private static Map<?, ?> at(Map<?, ?> from, String... keys) {
    Map<?, ?> found = from;
    for (String key : keys) {
      found = found.get(key) instanceof Map<?, ?> next ? next : Map.of();
    }
    return found;
  }
}
