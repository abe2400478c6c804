package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.User;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tokens of a session, and whose they are. */
@Schema(name = "Tokens", description = "The tokens of a session")
record TokensView(
    @Schema(description = "Access token: send it as Authorization: Bearer", maxLength = 4096)
        String token,
    @Schema(description = "Gets the next pair of tokens, once; good for 7 days", maxLength = 512)
        String refreshToken,
    @Schema(description = "Always Bearer", enumeration = "Bearer", examples = "Bearer")
        String tokenType,
    @Schema(
            description = "Seconds for which the access token is good",
            minimum = "1",
            examples = "900")
        long expiresIn,
    @Schema(description = "Who is signed in") SignedInUser user) {

  static TokensView of(String accessToken, Duration expiresIn, String refreshToken, User user) {
    return new TokensView(
        accessToken,
        refreshToken,
        "Bearer",
        expiresIn.toSeconds(),
        new SignedInUser(user.id().value(), user.name(), user.email().value()));
  }

  @Override
  public String toString() {
    return "TokensView[***]";
  }

  /** Who is signed in. */
  @Schema(name = "SignedInUser", description = "Who is signed in")
  record SignedInUser(
      @Schema(description = "Identifies the user") UUID id,
      @Schema(
              description = "How the person is called",
              maxLength = User.MAX_NAME_LENGTH,
              examples = "Ada Lovelace")
          String name,
      @Schema(
              description = "Email address",
              format = "email",
              maxLength = 254,
              examples = "ada@example.com")
          String email) {}
}
