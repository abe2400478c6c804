package dev.quartermaster.bootstrap.endtoend;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets the connection break when the answer to a request that asks for it is about to be written:
 * after the commit, and before the client has heard of it.
 */
@Singleton
class LostReplies {
  static final String HEADER = "X-Lose-The-Reply";

  private static final int BEFORE_ALL_OTHERS = 10_000;

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          if (context.request().getHeader(HEADER) != null) {
            context.addHeadersEndHandler(_ -> close(context));
          }
          context.next();
        },
        BEFORE_ALL_OTHERS);
  }

  /** The channel itself, which is closed before what is written next; not after what is pending. */
  private static void close(RoutingContext context) {
    var unused = ((ConnectionBase) context.request().connection()).channel().close();
  }
}
