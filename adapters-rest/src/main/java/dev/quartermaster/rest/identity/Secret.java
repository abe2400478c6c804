package dev.quartermaster.rest.identity;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that hold secrets, which nobody on the way may keep. */
final class Secret {
  private Secret() {}

  static <T> RestResponse<T> of(T view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
