package dev.quartermaster.rest.shared;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Tells from which network address a request comes. */
@Singleton
public final class ClientAddress {

  /** The address, in its usual form, such as {@code 203.0.113.7}. */
  public String of(RoutingContext context) {
    return context.request().remoteAddress().hostAddress();
  }
}
