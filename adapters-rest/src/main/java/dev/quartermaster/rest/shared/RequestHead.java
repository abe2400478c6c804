package dev.quartermaster.rest.shared;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Bounds the address and the headers of a request. What is longer still, or no HTTP at all, has
 * been refused by Vert.x before, with a status and no body.
 */
@Singleton
final class RequestHead {
  /** The longest address that a request may have. */
  static final int MAX_ADDRESS_LENGTH = 8_000;

  /** How long a request's headers may be together. */
  static final int MAX_HEADERS_LENGTH = 16 << 10;

  private static final int ONCE_COUNTED = 145;

  private final Problems problems;

  RequestHead(Problems problems) {
    this.problems = problems;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, ONCE_COUNTED);
  }

  private void handle(RoutingContext context) {
    if (context.request().uri().length() > MAX_ADDRESS_LENGTH) {
      refuse(
          context,
          ProblemType.URI_TOO_LONG,
          "The address is longer than " + MAX_ADDRESS_LENGTH + " characters.");
    } else if (headersLength(context.request()) > MAX_HEADERS_LENGTH) {
      refuse(
          context,
          ProblemType.HEADERS_TOO_LARGE,
          "The headers are longer than " + MAX_HEADERS_LENGTH + " bytes.");
    } else {
      context.next();
    }
  }

  private void refuse(RoutingContext context, ProblemType type, String detail) {
    EveryAnswer.closeAfter(context);
    problems.send(context, problems.of(type, detail, context));
  }

  private static int headersLength(HttpServerRequest request) {
    int length = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      length += header.getKey().length() + header.getValue().length();
    }
    return length;
  }
}
