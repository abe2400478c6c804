package dev.quartermaster.rest.shared;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A read without anything by which its answer could differ: no proof of who asks, no condition, no
 * wish for a part or another form. Headers that are not known to be harmless are taken for such.
 */
public final class PlainRead {
  /** For filters that answer such reads: after the request was counted and found small enough. */
  public static final int PRIORITY = 130;

  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "accept-encoding",
          "accept-language",
          "cache-control",
          "connection",
          "content-type",
          "host",
          "origin",
          "pragma",
          "referer",
          "traceparent",
          "tracestate",
          "user-agent",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "x-request-id");
  private static final Set<String> FORMS = Set.of("*/*", "application/json");

  private PlainRead() {}

  /** Whether the request is one. */
  public static boolean isOne(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.GET) || request.query() != null) {
      return false;
    }
    for (Map.Entry<String, String> header : request.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      boolean isHarmless =
          name.equals("accept") ? FORMS.contains(header.getValue()) : WITHOUT_EFFECT.contains(name);
      if (!isHarmless) {
        return false;
      }
    }
    return true;
  }
}
