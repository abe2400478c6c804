package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.rest.shared.ClientAddress;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;

/** The program that sent the request. */
@Singleton
final class CurrentClient {
  private final CurrentVertxRequest request;
  private final ClientAddress address;

  CurrentClient(CurrentVertxRequest request, ClientAddress address) {
    this.request = request;
    this.address = address;
  }

  Client get() {
    RoutingContext context = request.getCurrent();
    return new Client(
        address.of(context),
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.USER_AGENT), ""));
  }
}
