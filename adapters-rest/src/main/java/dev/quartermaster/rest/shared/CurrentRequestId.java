package dev.quartermaster.rest.shared;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/** By what the current request is known in answers, logs and the audit trail. */
@Singleton
public final class CurrentRequestId {
  private final CurrentVertxRequest request;

  CurrentRequestId(CurrentVertxRequest request) {
    this.request = request;
  }

  /** The id of this request. */
  public String get() {
    return RequestTrace.of(request.getCurrent()).requestId();
  }
}
