package dev.quartermaster.rest.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the second step of a log-in takes. */
@Schema(description = "What the second step of a log-in takes")
record CompleteLogInRequest(
    @Schema(description = "As given by the first step")
        @NotNull(message = "must be given") @Size(max = 512, message = "must have at most {max} characters") String mfaToken,
    @Schema(description = "What the app shows, or a recovery code", examples = "492039")
        @NotNull(message = "must be given") @Size(max = 64, message = "must have at most {max} characters") String code) {

  @Override
  public String toString() {
    return "CompleteLogInRequest[***]";
  }
}
