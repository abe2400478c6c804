package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.RequestPasswordReset;
import dev.quartermaster.application.identity.ResetPassword;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.description.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Forgotten passwords. Requests keep no idempotency record: asking twice gives two mails of which
 * the last one counts, and a token works once anyway.
 */
@Path("/api/v1/auth/password")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Passwords and addresses", description = "What is shown by mailed tokens")
public class PasswordResource {
  private final RequestPasswordReset requestPasswordReset;
  private final ResetPassword resetPassword;
  private final CurrentClient client;

  PasswordResource(
      RequestPasswordReset requestPasswordReset,
      ResetPassword resetPassword,
      CurrentClient client) {
    this.requestPasswordReset = requestPasswordReset;
    this.resetPassword = resetPassword;
    this.client = client;
  }

  @POST
  @Path("forgot")
  @QueryBudget(2)
  @Operation(
      operationId = "requestPasswordReset",
      summary = "Ask for another password",
      description =
          "Mails a token to the address if it has an account. The answer is the same if it has"
              + " none.")
  @APIResponse(
      responseCode = "202",
      description = "If the address has an account, a mail is on its way")
  public RestResponse<Void> forgot(
      @NotNull(message = "must be a JSON object") @Valid PasswordForgottenRequest request) {
    requestPasswordReset.request(new RequestPasswordReset.Command(request.email(), client.get()));
    return RestResponse.accepted();
  }

  @POST
  @Path("reset")
  @QueryBudget(14)
  @Operation(
      operationId = "resetPassword",
      summary = "Set another password",
      description =
          "Takes the mailed token, once and within 30 minutes, and ends all sessions. A password"
              + " that is refused leaves the token usable.")
  @APIResponse(responseCode = "204", description = "The password is another")
  @Refuses(ProblemType.INVALID_TOKEN)
  public RestResponse<Void> reset(
      @NotNull(message = "must be a JSON object") @Valid ResetPasswordRequest request) {
    resetPassword.reset(
        new ResetPassword.Command(
            new OneTimeToken(request.token()), new RawPassword(request.password())));
    return RestResponse.noContent();
  }
}
