package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a browser's session is opened by: a refresh token, or an email address and a password. */
@Schema(
    description =
        "What a browser's session is opened by: either a refresh token, or an email address and a"
            + " password")
record OpenBrowserSessionRequest(
    @Schema(description = "As given by any way of signing in")
        @Size(max = 512, message = "must have at most {max} characters") @Nullable String refreshToken,
    @Schema(description = "Email address", examples = "ada@example.com")
        @Size(max = 320, message = "must have at most {max} characters") @Nullable String email,
    @Schema(description = "Password", examples = "correct-horse-battery")
        @Size(max = 8 * RawPassword.MAX_LENGTH, message = "must have at most {max} characters") @Nullable String password) {

  /**
   * The one proof that was sent.
   *
   * @throws InvalidInput when there is none, or half of one, or more than one
   */
  Proof proof() {
    if (refreshToken == null && email != null && password != null) {
      return new Password(email, new RawPassword(password));
    }
    if (refreshToken != null && email == null && password == null) {
      return new RefreshToken(refreshToken);
    }
    if (refreshToken != null) {
      throw InvalidInput.of("refreshToken", "must stand alone, without email and password");
    }
    List<FieldError> missing = new ArrayList<>();
    if (email == null) {
      missing.add(new FieldError("email", "must be given, unless refreshToken is"));
    }
    if (password == null) {
      missing.add(new FieldError("password", "must be given, unless refreshToken is"));
    }
    throw new InvalidInput(missing);
  }

  @Override
  public String toString() {
    return "OpenBrowserSessionRequest[***]";
  }

  /** What shows who somebody is. */
  sealed interface Proof {}

  /**
   * A session that was opened before.
   *
   * @param text the token
   */
  record RefreshToken(String text) implements Proof {
    @Override
    public String toString() {
      return "RefreshToken[***]";
    }
  }

  /**
   * Knowledge of the password.
   *
   * @param email of which account
   * @param password its password, as typed
   */
  record Password(String email, RawPassword password) implements Proof {}
}
