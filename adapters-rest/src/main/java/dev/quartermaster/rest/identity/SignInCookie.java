package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.ProviderName;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;

/**
 * The cookie in which a browser keeps its ticket while it is at a provider: one for each provider,
 * sent to the sign-in's own addresses alone, and never shown to scripts. The provider sends the
 * browser back by a link, which is what {@code Lax} allows.
 */
record SignInCookie(String name, String path) {
  private static final String NAME = "quartermaster-oidc-";
  private static final String LAST_STEP = "/callback";

  /** The cookie of a provider whose sign-ins come back to that address. */
  static SignInCookie of(ProviderName provider, URI callback) {
    String path = callback.getPath();
    return new SignInCookie(NAME + provider, path.substring(0, path.length() - LAST_STEP.length()));
  }

  NewCookie keeping(String ticket, Duration lifetime) {
    return cookie(ticket, Math.toIntExact(lifetime.toSeconds()));
  }

  NewCookie forgotten() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(name)
        .value(value)
        .path(path)
        .maxAge(maxAge)
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
