package dev.quartermaster.rest.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token from a mail. */
@Schema(description = "A token from a mail")
record MailedTokenRequest(
    @Schema(description = "The token from the mail")
        @NotNull(message = "must be given") @Size(max = MailedTokenRequest.MAX_LENGTH, message = "must have at most {max} characters") String token) {
  static final int MAX_LENGTH = 128;

  @Override
  public String toString() {
    return "MailedTokenRequest[***]";
  }
}
