package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.User;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it takes to sign up. */
@Schema(description = "What it takes to sign up")
record SignUpRequest(
    @Schema(description = "How the person is called", examples = "Ada Lovelace")
        @NotBlank(message = "must be given") @Size(max = User.MAX_NAME_LENGTH, message = "must have 1 to {max} characters") String name,
    @Schema(
            description = "Email address",
            format = "email",
            maxLength = 254,
            examples = "ada@example.com")
        @NotNull(message = "must be given") @Email String email,
    @Schema(
            description = "8 to 128 characters, and none of the common ones",
            format = "password",
            minLength = RawPassword.MIN_LENGTH,
            maxLength = RawPassword.MAX_LENGTH,
            examples = "correct-horse-battery")
        @NotNull(message = "must be given") @PasswordLength
        String password) {

  @Override
  public String toString() {
    return "SignUpRequest[***]";
  }
}
