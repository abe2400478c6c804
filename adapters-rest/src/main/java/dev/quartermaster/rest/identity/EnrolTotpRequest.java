package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.RawPassword;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What it takes to set an authenticator app up, besides a session. */
@Schema(description = "What it takes to set an authenticator app up, besides a session")
record EnrolTotpRequest(
    @Schema(
            description = "The account's password; needed unless the log-in is recent",
            examples = "correct-horse-battery")
        @Size(max = 8 * RawPassword.MAX_LENGTH, message = "must have at most {max} characters") @Nullable String password) {

  @Override
  public String toString() {
    return "EnrolTotpRequest[***]";
  }
}
