package dev.quartermaster.rest.shared;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets browsers show answers to pages of other origins (CORS): to those that are listed, with
 * credentials; to all, but without credentials, when the list has a {@code *}; to none by default.
 * A request from another origin is answered all the same, for programs send that header too, and so
 * do browsers behind a proxy that ends TLS; it is the browser that keeps the answer from the page.
 */
@Singleton
final class CrossOrigin {
  private static final int BEFORE_AUTHENTICATION = 300;
  private static final String ANY = "*";
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS =
      "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
          + " Last-Event-ID, X-API-Key, X-CSRF-Token, X-Request-Id, traceparent";
  private static final String ANSWER_HEADERS =
      "Deprecation, ETag, Idempotency-Replayed, Link, Location, Retry-After, RateLimit-Limit,"
          + " RateLimit-Policy, RateLimit-Remaining, RateLimit-Reset, Sunset, X-Request-Id";
  private static final String HOUR = "3600";

  private final Set<String> origins;
  private final Problems problems;

  @Inject
  CrossOrigin(
      @ConfigProperty(name = "quartermaster.cors-origins") Optional<List<String>> origins,
      Problems problems) {
    this.origins =
        origins.orElse(List.of()).stream()
            .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    this.problems = problems;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_AUTHENTICATION);
  }

  private void handle(RoutingContext context) {
    MultiMap headers = context.response().headers();
    if (!origins.isEmpty() && !origins.contains(ANY)) {
      headers.add("Vary", "Origin");
    }
    String origin = context.request().getHeader("Origin");
    boolean isAllowed = origin != null && allow(origin, headers);
    if (origin == null || !isPreflight(context)) {
      context.next();
    } else if (isAllowed) {
      headers.set("Access-Control-Allow-Methods", METHODS);
      headers.set("Access-Control-Allow-Headers", REQUEST_HEADERS);
      headers.set("Access-Control-Max-Age", HOUR);
      context.response().setStatusCode(204).end();
    } else {
      problems.send(
          context,
          problems.of(
              ProblemType.FORBIDDEN, "Pages of this origin may not ask for anything.", context));
    }
  }

  private boolean allow(String origin, MultiMap headers) {
    if (origins.contains(ANY)) {
      headers.set("Access-Control-Allow-Origin", ANY);
    } else if (origins.contains(origin)) {
      headers.set("Access-Control-Allow-Origin", origin);
      headers.set("Access-Control-Allow-Credentials", "true");
    } else {
      return false;
    }
    headers.set("Access-Control-Expose-Headers", ANSWER_HEADERS);
    return true;
  }

  private static boolean isPreflight(RoutingContext context) {
    @Nullable String wanted = context.request().getHeader("Access-Control-Request-Method");
    return context.request().method().equals(HttpMethod.OPTIONS) && wanted != null;
  }
}
