package dev.quartermaster.bench;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A request to the API.
 *
 * @param method GET, POST or PUT
 * @param path below {@code /api/v1}, with its query
 * @param contentType what the body is
 * @param body what to send
 * @param idempotencyKey marks the request and all repetitions of it as one
 * @param token who asks
 */
record Call(
    String method,
    String path,
    String contentType,
    Optional<String> body,
    Optional<String> idempotencyKey,
    Optional<String> token) {
  private static final String JSON = "application/json";

  static Call get(String path) {
    return new Call("GET", path, JSON, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A POST whose repetition does no harm by itself. */
  static Call post(String path, Object body) {
    return new Call(
        "POST", path, JSON, Optional.of(Json.write(body)), Optional.empty(), Optional.empty());
  }

  /** A PUT that replaces any version. */
  static Call put(String path, Object body) {
    return new Call(
        "PUT", path, JSON, Optional.of(Json.write(body)), Optional.empty(), Optional.empty());
  }

  /** A POST that takes effect once, however often it is sent. */
  static Call postOnce(String path, Object body) {
    return once(path, JSON, Json.write(body));
  }

  /** A POST of a line for each of the bodies, which takes effect once. */
  static Call postLinesOnce(String path, List<?> bodies) {
    return once(
        path,
        "application/x-ndjson",
        bodies.stream().map(Json::write).collect(Collectors.joining("\n")));
  }

  private static Call once(String path, String contentType, String body) {
    return new Call(
        "POST",
        path,
        contentType,
        Optional.of(body),
        Optional.of(UUID.randomUUID().toString()),
        Optional.empty());
  }

  /** The same request, asked by the holder of the token. */
  Call by(String holdersToken) {
    return new Call(method, path, contentType, body, idempotencyKey, Optional.of(holdersToken));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
