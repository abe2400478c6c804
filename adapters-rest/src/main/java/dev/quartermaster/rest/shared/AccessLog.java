package dev.quartermaster.rest.shared;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Logs a line for each request once its answer is out, without its query, which may be private. */
final class AccessLog {
  private static final Logger LOG = Logger.getLogger("dev.quartermaster.access");

  private AccessLog() {}

  static void follow(RoutingContext context, RequestTrace trace) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    long start = System.nanoTime();
    context.addEndHandler(
        _ -> {
          long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
          MDC.put("requestId", trace.requestId());
          MDC.put("user", user(context));
          MDC.put("durationMs", micros / 1000.0);
          LOG.infof(
              "%s %s %d",
              context.request().method(),
              context.request().path(),
              context.response().getStatusCode());
        });
  }

  private static String user(RoutingContext context) {
    if (context.user() instanceof QuarkusHttpUser user) {
      SecurityIdentity identity = user.getSecurityIdentity();
      return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }
    return "anonymous";
  }
}
