package dev.quartermaster.bootstrap.packaged;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a node answered. */
record Answer(int status, HttpHeaders headers, String body) {

  /** The same answer, if it has that status. */
  Answer expecting(int expected) {
    if (status != expected) {
      throw new AssertionError("expected %d but was %d: %s".formatted(expected, status, body));
    }
    return this;
  }

  JsonPath json() {
    return JsonPath.from(body);
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
