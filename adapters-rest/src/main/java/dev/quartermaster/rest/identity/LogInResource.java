package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.CompleteLogIn;
import dev.quartermaster.application.identity.LogIn;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Logging in, in one step or two. Answers hold tokens, so no idempotency record is kept. */
@Path("/api/v1/auth/login")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sessions")
public class LogInResource {
  private final LogIn logIn;
  private final CompleteLogIn completeLogIn;
  private final CurrentClient client;

  LogInResource(LogIn logIn, CompleteLogIn completeLogIn, CurrentClient client) {
    this.logIn = logIn;
    this.completeLogIn = completeLogIn;
    this.client = client;
  }

  @POST
  @PermitAll
  @QueryBudget(11)
  @Operation(
      operationId = "logIn",
      summary = "Log in",
      description =
          "Gives the tokens of a new session; of an account with an authenticator app, mfaRequired"
              + " and an mfaToken for the second step.")
  @Refuses({ProblemType.INVALID_CREDENTIALS, ProblemType.ACCOUNT_LOCKED})
  public RestResponse<LogInView> logIn(
      @NotNull(message = "must be a JSON object") @Valid LogInRequest request) {
    return Secret.of(
        LogInView.of(
            logIn.logIn(
                new LogIn.Command(
                    request.email(), new RawPassword(request.password()), client.get()))));
  }

  @POST
  @Path("mfa")
  @PermitAll
  @QueryBudget(12)
  @Operation(
      operationId = "completeLogIn",
      summary = "Complete a log-in",
      description = "The second step, for accounts with an authenticator app.")
  @Refuses({
    ProblemType.INVALID_MFA_TOKEN,
    ProblemType.INVALID_MFA_CODE,
    ProblemType.ACCOUNT_LOCKED
  })
  public RestResponse<TokensView> complete(
      @NotNull(message = "must be a JSON object") @Valid CompleteLogInRequest request) {
    CompleteLogIn.Result result =
        completeLogIn.complete(
            new CompleteLogIn.Command(request.mfaToken(), request.code(), client.get()));
    return Secret.of(
        TokensView.of(
            result.accessToken(), result.expiresIn(), result.refreshToken(), result.user()));
  }
}
