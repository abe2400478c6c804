package dev.quartermaster.rest.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names a session by its refresh token. */
@Schema(description = "Names a session by its refresh token")
record RefreshTokenRequest(
    @Schema(description = "As given by log-in or the refresh before")
        @NotNull(message = "must be given") @Size(max = 512, message = "must have at most {max} characters") String refreshToken) {

  @Override
  public String toString() {
    return "RefreshTokenRequest[***]";
  }
}
