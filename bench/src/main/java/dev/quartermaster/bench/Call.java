package dev.quartermaster.bench;

import java.util.Optional;
import java.util.UUID;

/**
 * A request to the API.
 *
 * @param method GET, POST or PUT
 * @param path below {@code /api/v1}, with its query
 * @param body the JSON to send
 * @param idempotencyKey marks the request and all repetitions of it as one
 * @param token who asks
 */
record Call(
    String method,
    String path,
    Optional<String> body,
    Optional<String> idempotencyKey,
    Optional<String> token) {

  static Call get(String path) {
    return new Call("GET", path, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A POST whose repetition does no harm by itself. */
  static Call post(String path, Object body) {
    return new Call(
        "POST", path, Optional.of(Json.write(body)), Optional.empty(), Optional.empty());
  }

  /** A PUT that replaces any version. */
  static Call put(String path, Object body) {
    return new Call("PUT", path, Optional.of(Json.write(body)), Optional.empty(), Optional.empty());
  }

  /** A POST that takes effect once, however often it is sent. */
  static Call postOnce(String path, Object body) {
    return new Call(
        "POST",
        path,
        Optional.of(Json.write(body)),
        Optional.of(UUID.randomUUID().toString()),
        Optional.empty());
  }

  /** The same request, asked by the holder of the token. */
  Call by(String holdersToken) {
    return new Call(method, path, body, idempotencyKey, Optional.of(holdersToken));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
