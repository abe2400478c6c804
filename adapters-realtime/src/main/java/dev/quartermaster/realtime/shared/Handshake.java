package dev.quartermaster.realtime.shared;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Lets a connection begin where there is room, and the page that asks for it is no stranger's. */
@Singleton
final class Handshake implements HttpUpgradeCheck {
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;

  private final AllowedOrigins origins;
  private final LiveConnections connections;

  Handshake(AllowedOrigins origins, LiveConnections connections) {
    this.origins = origins;
    this.connections = connections;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    MultiMap headers = context.httpRequest().headers();
    String origin = headers.get("Origin");
    if (origin != null && !origins.allow(origin, headers.get("Host"))) {
      return CheckResult.rejectUpgrade(FORBIDDEN);
    }
    if (!connections.haveRoom()) {
      return CheckResult.rejectUpgrade(UNAVAILABLE, Map.of("Retry-After", List.of("5")));
    }
    UpgradedRequests.countAsAnswered(context.httpRequest());
    return CheckResult.permitUpgrade();
  }
}
