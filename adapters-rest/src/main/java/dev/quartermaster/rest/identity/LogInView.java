package dev.quartermaster.rest.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.application.identity.LogIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a right password: the tokens of a session, or the way to the second step. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "LogIn",
    description = "The tokens of a session; or, with mfaRequired, what the second step needs")
record LogInView(
    @Schema(description = "Access token: send it as Authorization: Bearer", maxLength = 4096)
        @Nullable String token,
    @Schema(description = "Gets the next pair of tokens, once; good for 7 days", maxLength = 512)
        @Nullable String refreshToken,
    @Schema(description = "Always Bearer", enumeration = "Bearer", examples = "Bearer")
        @Nullable String tokenType,
    @Schema(description = "Seconds for which the token is good", minimum = "1", examples = "900")
        long expiresIn,
    @Schema(description = "Who is signed in") TokensView.@Nullable SignedInUser user,
    @Schema(description = "Always true, where a second step is needed")
        @Nullable Boolean mfaRequired,
    @Schema(description = "Send it with a code to POST /auth/login/mfa, once", maxLength = 512)
        @Nullable String mfaToken) {

  static LogInView of(LogIn.Result result) {
    return switch (result) {
      case LogIn.SignedIn(var user, var accessToken, var expiresIn, var refreshToken) ->
          of(TokensView.of(accessToken, expiresIn, refreshToken, user));
      case LogIn.SecondStep(var mfaToken, var expiresIn) ->
          new LogInView(null, null, null, expiresIn.toSeconds(), null, true, mfaToken);
    };
  }

  private static LogInView of(TokensView tokens) {
    return new LogInView(
        tokens.token(),
        tokens.refreshToken(),
        tokens.tokenType(),
        tokens.expiresIn(),
        tokens.user(),
        null,
        null);
  }

  @Override
  public String toString() {
    return "LogInView[***]";
  }
}
