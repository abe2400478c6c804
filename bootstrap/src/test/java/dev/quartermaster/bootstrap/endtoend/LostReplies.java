package dev.quartermaster.bootstrap.endtoend;

import io.netty.channel.Channel;
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

  /**
   * At once, where a channel's close would wait for what is pending. Orders are answered by other
   * threads, so what they write comes after this in the event loop.
   */
  private static void close(RoutingContext context) {
    Channel channel = ((ConnectionBase) context.request().connection()).channel();
    channel.eventLoop().execute(channel.unsafe()::closeForcibly);
  }
}
