package dev.quartermaster.rest.shared;

import dev.quartermaster.application.shared.LimitRequests;
import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.RateLimited;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Counts every request to the API, whatever becomes of it, for the user or program that sends it,
 * or else for its address; and tells in every answer what is left. Preflights of browsers have been
 * answered before.
 */
@Singleton
public final class RequestLimit {
  /** The addresses whose requests are counted begin with this. */
  private static final String PATH = "/api/v1";

  /** A neighbour's requests, of which there may be many, and which prove where they come from. */
  private static final Set<String> UNCOUNTED = Set.of("/api/v1/webhooks/stripe");

  /** After the mechanisms of authentication took their place, before anything else is asked. */
  private static final int PRIORITY = 150;

  private final LimitRequests requests;
  private final ClientAddress address;
  private final Problems problems;
  private final ExecutorService virtualThreads;

  RequestLimit(
      LimitRequests requests,
      ClientAddress address,
      Problems problems,
      @VirtualThreads ExecutorService virtualThreads) {
    this.requests = requests;
    this.address = address;
    this.problems = problems;
    this.virtualThreads = virtualThreads;
  }

  /** Whether requests to the address are counted. */
  public static boolean counts(String path) {
    return path.startsWith(PATH) && !UNCOUNTED.contains(path);
  }

  void register(@Observes Filters filters) {
    if (requests.isOn()) {
      filters.register(this::handle, PRIORITY);
    }
  }

  private void handle(RoutingContext context) {
    if (!counts(context.normalizedPath())) {
      context.next();
      return;
    }
    Context eventLoop = context.vertx().getOrCreateContext();
    client(context)
        .emitOn(virtualThreads)
        .map(client -> requests.count(new LimitRequests.Command(client)))
        .emitOn(step -> eventLoop.runOnContext(_ -> step.run()))
        .subscribe()
        .with(allowance -> goOn(context, allowance), context::fail);
  }

  /**
   * Whose request it is. Proof of identity that is refused here will be refused again where it is
   * needed, with the reason; so it counts for the address.
   */
  private Uni<String> client(RoutingContext context) {
    String unknown = "address:" + address.networkOf(context);
    return QuarkusHttpUser.getSecurityIdentity(context, null)
        .map(identity -> client(identity).orElse(unknown))
        .onFailure()
        .recoverWithItem(unknown);
  }

  private static Optional<String> client(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return Optional.empty();
    }
    return switch (identity.getPrincipal()) {
      case ActingPrincipal(var actor) -> Optional.of(actor.reference());
      case JsonWebToken token -> Optional.of("user:" + token.getSubject());
      default -> Optional.empty();
    };
  }

  private void goOn(RoutingContext context, Optional<Allowance> counted) {
    counted.ifPresent(allowance -> addHeaders(context, allowance));
    Optional<Allowance> refused = counted.filter(allowance -> !allowance.granted());
    if (refused.isPresent()) {
      problems.send(context, problems.of(new RateLimited(refused.get()), context));
    } else {
      context.next();
    }
  }

  private static void addHeaders(RoutingContext context, Allowance allowance) {
    MultiMap headers = context.response().headers();
    headers.set("RateLimit-Limit", Long.toString(allowance.limit()));
    headers.set("RateLimit-Remaining", Long.toString(allowance.remaining()));
    headers.set("RateLimit-Reset", Long.toString(allowance.reset().plusMillis(999).toSeconds()));
    headers.set("RateLimit-Policy", allowance.limit() + ";w=" + allowance.window().toSeconds());
  }
}
