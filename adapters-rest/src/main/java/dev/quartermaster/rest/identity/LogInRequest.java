package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.RawPassword;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it takes to log in. */
@Schema(description = "What it takes to log in")
record LogInRequest(
    @Schema(description = "Email address", examples = "ada@example.com")
        @NotNull(message = "must be given") @Size(max = 320, message = "must have at most {max} characters") String email,
    @Schema(description = "Password", examples = "correct-horse-battery")
        @NotNull(message = "must be given") @Size(max = 8 * RawPassword.MAX_LENGTH, message = "must have at most {max} characters") String password) {

  @Override
  public String toString() {
    return "LogInRequest[***]";
  }
}
