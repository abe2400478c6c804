package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.ResendVerification;
import dev.quartermaster.application.identity.VerifyEmail;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.SecurityDescription;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Showing that an address is one's own. Requests keep no idempotency record: asking twice gives two
 * mails of which the last one counts, and a token works once anyway.
 */
@Path("/api/v1/auth/email")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Passwords and addresses")
public class EmailVerificationResource {
  private final VerifyEmail verifyEmail;
  private final ResendVerification resendVerification;
  private final CurrentActor actor;

  EmailVerificationResource(
      VerifyEmail verifyEmail, ResendVerification resendVerification, CurrentActor actor) {
    this.verifyEmail = verifyEmail;
    this.resendVerification = resendVerification;
    this.actor = actor;
  }

  @POST
  @Path("verify")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @QueryBudget(6)
  @Operation(
      operationId = "verifyEmail",
      summary = "Verify an email address",
      description = "Takes the mailed token, once and within 24 hours.")
  @APIResponse(responseCode = "204", description = "The address is verified")
  @Refuses(ProblemType.INVALID_TOKEN)
  public RestResponse<Void> verify(
      @NotNull(message = "must be a JSON object") @Valid MailedTokenRequest request) {
    verifyEmail.verify(new VerifyEmail.Command(new OneTimeToken(request.token())));
    return RestResponse.noContent();
  }

  @POST
  @Path("resend")
  @Authenticated
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(5)
  @Operation(
      operationId = "resendVerification",
      summary = "Ask for another mail that verifies one's address",
      description = "The mail before it becomes useless.")
  @APIResponse(responseCode = "202", description = "The mail is on its way")
  @Refuses(ProblemType.EMAIL_ALREADY_VERIFIED)
  public RestResponse<Void> resend() {
    resendVerification.resend(new ResendVerification.Command(actor.get()));
    return RestResponse.accepted();
  }
}
