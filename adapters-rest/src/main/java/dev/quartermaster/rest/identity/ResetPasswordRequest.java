package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.RawPassword;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another password, and the mailed token that allows it. */
@Schema(description = "Another password, and the mailed token that allows it")
record ResetPasswordRequest(
    @Schema(description = "The token from the mail")
        @NotNull(message = "must be given") @Size(max = MailedTokenRequest.MAX_LENGTH, message = "must have at most {max} characters") String token,
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
    return "ResetPasswordRequest[***]";
  }
}
