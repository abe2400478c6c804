package dev.quartermaster.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The server's answer to a request.
 *
 * @param call the request
 * @param status the HTTP status
 * @param body what was sent back
 * @param retryAfter how long the server asks to wait
 */
record Answer(Call call, int status, JsonNode body, Optional<Duration> retryAfter) {
  /** What balancers and servers answer while something is away. */
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  static Answer of(Call call, HttpResponse<String> response) {
    return new Answer(
        call,
        response.statusCode(),
        Json.tree(response.body()),
        response
            .headers()
            .firstValue("Retry-After")
            .filter(value -> value.matches("\\d{1,6}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value))));
  }

  /** Whether the same request may well succeed a moment later. */
  boolean isPassing() {
    return PASSING.contains(status) || is(409, "idempotency-in-progress");
  }

  boolean is(int expectedStatus, String expectedCode) {
    return status == expectedStatus && code().equals(expectedCode);
  }

  /** The status and the problem's code, such as {@code 409 insufficient-stock}. */
  String outcome() {
    return code().isEmpty() ? String.valueOf(status) : status + " " + code();
  }

  private String code() {
    return body.path("code").asText();
  }

  /**
   * This answer, when it has the status.
   *
   * @throws BenchFailed telling what was answered instead
   */
  Answer expect(int expectedStatus) {
    if (status != expectedStatus) {
      throw new BenchFailed(
          (call + " answered " + outcome() + " " + body.path("detail").asText()).strip());
    }
    return this;
  }

  /**
   * The body as a record.
   *
   * @throws BenchFailed when the body is something else
   */
  <T> T as(Class<T> type) {
    return as(body, type);
  }

  /** A part of the body as a record; see {@link #as(Class)}. */
  <T> T as(JsonNode part, Class<T> type) {
    try {
      return Json.read(part, type);
    } catch (JsonProcessingException e) {
      throw new BenchFailed(
          call + " answered " + status + " with an unexpected body: " + e.getOriginalMessage());
    }
  }
}
