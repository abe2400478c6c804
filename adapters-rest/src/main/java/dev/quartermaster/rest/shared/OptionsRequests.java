package dev.quartermaster.rest.shared;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers which methods an address takes; preflights of browsers are answered before. */
@Singleton
final class OptionsRequests {
  private static final int ONCE_COUNTED = 130;

  private final AllowedMethods allowedMethods;

  OptionsRequests(AllowedMethods allowedMethods) {
    this.allowedMethods = allowedMethods;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, ONCE_COUNTED);
  }

  private void handle(RoutingContext context) {
    String path = context.normalizedPath();
    if (context.request().method().equals(HttpMethod.OPTIONS) && allowedMethods.know(path)) {
      context.response().setStatusCode(204).putHeader("Allow", allowedMethods.of(path)).end();
      return;
    }
    context.next();
  }
}
