package dev.quartermaster.bootstrap.packaged;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Somebody who calls a node.
 *
 * @param node the node's address
 * @param token the access token; empty for nobody in particular
 */
record Caller(URI node, String token) {
  /** Longer than a node takes to answer whatever happens to its neighbours. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Caller anonymous(RunningNode node) throws IOException {
    return new Caller(node.address(), "");
  }

  /** The same one at another node. */
  Caller at(RunningNode other) throws IOException {
    return new Caller(other.address(), token);
  }

  Answer get(String path) throws IOException {
    return send("GET", path, "", Map.of());
  }

  Answer get(String path, Map<String, String> headers) throws IOException {
    return send("GET", path, "", headers);
  }

  Answer delete(String path, Map<String, String> headers) throws IOException {
    return send("DELETE", path, "", headers);
  }

  Answer post(String path, String body) throws IOException {
    return send("POST", path, body, Map.of());
  }

  Answer post(String path, String body, Map<String, String> headers) throws IOException {
    return send("POST", path, body, headers);
  }

  Answer patch(String path, String body, Map<String, String> headers) throws IOException {
    return send("PATCH", path, body, headers);
  }

  private Answer send(String method, String path, String body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it waited for " + path);
    }
  }
}
