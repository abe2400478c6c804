package dev.quartermaster.rest.shared;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.MDC;

/**
 * What every answer of the server gets, whichever part of it answers: the request id, the security
 * headers, who may keep it, and a bound on what it has to read.
 */
@Singleton
final class EveryAnswer {
  private static final int FIRST = 1_000;
  private static final int ONCE_COUNTED = 140;
  private static final String YEAR_OF_TLS = "max-age=31536000";
  private static final CharSequence STRICT_POLICY =
      HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
  private static final String DOCUMENT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'none'";
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  private static final String APPLICATION_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  // Written with every answer, so turned into bytes once.
  private static final CharSequence REQUEST_ID =
      HttpHeaders.createOptimized(RequestTrace.REQUEST_ID_HEADER);
  private static final CharSequence CONTENT_POLICY =
      HttpHeaders.createOptimized("Content-Security-Policy");
  private static final Map<CharSequence, CharSequence> ALWAYS =
      Map.of(
          HttpHeaders.createOptimized("X-Content-Type-Options"),
          HttpHeaders.createOptimized("nosniff"),
          HttpHeaders.createOptimized("X-Frame-Options"),
          HttpHeaders.createOptimized("DENY"),
          HttpHeaders.createOptimized("Referrer-Policy"),
          HttpHeaders.createOptimized("no-referrer"),
          HttpHeaders.createOptimized("Permissions-Policy"),
          HttpHeaders.createOptimized("camera=(), geolocation=(), microphone=()"),
          HttpHeaders.createOptimized("Cross-Origin-Opener-Policy"),
          HttpHeaders.createOptimized("same-origin"));

  private final Problems problems;
  private final ClientAddress address;

  EveryAnswer(Problems problems, ClientAddress address) {
    this.problems = problems;
    this.address = address;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, FIRST);
    filters.register(this::refuseTooMuch, ONCE_COUNTED);
  }

  private void handle(RoutingContext context) {
    RequestTrace trace = RequestTrace.of(context);
    MDC.put("requestId", trace.requestId());
    MDC.put("traceId", trace.traceId());
    addHeaders(context, trace);
    // The handlers registered first are called last, when everybody else has decided.
    context.addHeadersEndHandler(
        _ -> {
          Caching.settle(context);
          Compression.settle(context);
        });
    AccessLog.follow(context, trace);
    context.next();
  }

  private void refuseTooMuch(RoutingContext context) {
    boolean isStreamed = StreamedBodies.areTakenAt(context.normalizedPath());
    long limit = isStreamed ? StreamedBodies.MAX_LENGTH : RequestBody.MAX_LENGTH;
    if (announcesMoreThan(limit, context)) {
      closeAfter(context);
      problems.send(context, problems.of(RequestBody.tooLarge(limit), context));
      return;
    }
    if (isStreamed) {
      context.addHeadersEndHandler(_ -> closeUnlessRead(context));
    }
    context.next();
  }

  private static void closeUnlessRead(RoutingContext context) {
    if (!context.request().isEnded()) {
      closeAfter(context);
    }
  }

  /** What is left of the request is not read; HTTP/2 has a stream of its own for each. */
  static void closeAfter(RoutingContext context) {
    if (context.request().version() != HttpVersion.HTTP_2) {
      context.response().putHeader("Connection", "close");
    }
  }

  private void addHeaders(RoutingContext context, RequestTrace trace) {
    MultiMap headers = context.response().headers();
    headers.set(REQUEST_ID, trace.requestId());
    ALWAYS.forEach(headers::set);
    headers.set(CONTENT_POLICY, contentPolicy(context.normalizedPath()));
    if (address.isSecure(context)) {
      headers.set("Strict-Transport-Security", YEAR_OF_TLS);
    }
  }

  private static CharSequence contentPolicy(String path) {
    if (path.startsWith("/docs")) {
      return APPLICATION_POLICY;
    }
    if (path.startsWith("/live/") || path.startsWith("/account/")) {
      return PAGE_POLICY;
    }
    return path.startsWith("/architecture") || path.startsWith("/problems")
        ? DOCUMENT_POLICY
        : STRICT_POLICY;
  }

  private static boolean announcesMoreThan(long limit, RoutingContext context) {
    String length = context.request().getHeader("Content-Length");
    // A length that is no number has been refused by the HTTP parser before.
    return length != null && (length.length() > 18 || Long.parseLong(length.strip()) > limit);
  }
}
