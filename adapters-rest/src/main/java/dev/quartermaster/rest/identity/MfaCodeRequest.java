package dev.quartermaster.rest.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code of the authenticator app. */
@Schema(description = "A code of the authenticator app")
record MfaCodeRequest(
    @Schema(
            description = "What the app shows; where the app is in use, a recovery code will do",
            examples = "492039")
        @NotNull(message = "must be given") @Size(max = 64, message = "must have at most {max} characters") String code) {

  @Override
  public String toString() {
    return "MfaCodeRequest[***]";
  }
}
