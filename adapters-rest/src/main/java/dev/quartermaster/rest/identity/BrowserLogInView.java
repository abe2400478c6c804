package dev.quartermaster.rest.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.application.identity.LogIn;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of opening a browser's session: the session, or the way to the second step. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "BrowserLogIn",
    description = "A browser's session; or, with mfaRequired, what the second step needs")
record BrowserLogInView(
    @Schema(description = "Who is signed in") @Nullable UserView user,
    @Schema(description = "Send it with each change as X-CSRF-Token", maxLength = 128)
        @Nullable String csrfToken,
    @Schema(description = "When the session ends") @Nullable Instant expiresAt,
    @Schema(description = "What can be done next, by name") @Nullable Map<String, String> links,
    @Schema(description = "Always true, where a second step is needed")
        @Nullable Boolean mfaRequired,
    @Schema(
            description =
                "Send it with a code to POST /auth/login/mfa, once, and the refreshToken that"
                    + " gives here",
            maxLength = 512)
        @Nullable String mfaToken,
    @Schema(description = "Seconds for which the mfaToken is good", minimum = "1", examples = "300")
        @Nullable Long expiresIn) {

  static BrowserLogInView of(BrowserSessionView opened) {
    return new BrowserLogInView(
        opened.user(), opened.csrfToken(), opened.expiresAt(), opened.links(), null, null, null);
  }

  static BrowserLogInView of(LogIn.SecondStep needed) {
    return new BrowserLogInView(
        null, null, null, null, true, needed.mfaToken(), needed.expiresIn().toSeconds());
  }

  @Override
  public String toString() {
    return "BrowserLogInView[***]";
  }
}
