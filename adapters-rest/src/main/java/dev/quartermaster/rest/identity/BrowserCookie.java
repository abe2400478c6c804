package dev.quartermaster.rest.identity;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookie in which a browser keeps its session. The prefix {@code __Host-} lets a browser take
 * it only over TLS, from this host itself and for the whole of it, so that no neighbouring domain
 * can plant one.
 */
final class BrowserCookie {
  static final String NAME = "__Host-quartermaster-session";

  private BrowserCookie() {}

  static NewCookie keeping(String value, Duration lifetime) {
    return cookie(value, Math.toIntExact(lifetime.toSeconds()));
  }

  static NewCookie forgotten() {
    return cookie("", 0);
  }

  private static NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .maxAge(maxAge)
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
