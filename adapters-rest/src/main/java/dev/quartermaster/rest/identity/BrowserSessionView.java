package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.GetBrowserSession;
import dev.quartermaster.application.identity.OpenBrowserSession;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A browser's session as its page sees it; the cookie itself it never sees. */
@Schema(name = "BrowserSession", description = "Who is signed in in this browser")
record BrowserSessionView(
    @Schema(description = "Who is signed in") UserView user,
    @Schema(description = "Send it with each change as X-CSRF-Token", maxLength = 128)
        String csrfToken,
    @Schema(description = "When the session ends") Instant expiresAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  static final String PATH = "/api/v1/auth/session";

  static BrowserSessionView of(OpenBrowserSession.Result opened) {
    return of(opened.user(), opened.csrfToken(), opened.expiresAt());
  }

  static BrowserSessionView of(GetBrowserSession.Result current) {
    return of(current.user(), current.csrfToken(), current.expiresAt());
  }

  private static BrowserSessionView of(User user, String csrfToken, Instant expiresAt) {
    return new BrowserSessionView(
        UserView.of(user, new Actor.SignedIn(user.id(), user.permissions())),
        csrfToken,
        expiresAt,
        Map.of("self", PATH, "end", PATH, "sessions", SessionView.PATH));
  }

  @Override
  public String toString() {
    return "BrowserSessionView[***]";
  }
}
