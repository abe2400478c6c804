package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.LogOut;
import dev.quartermaster.application.identity.LogOutEverywhere;
import dev.quartermaster.application.identity.RefreshSession;
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
 * Sessions. Answers hold tokens, which must not be kept anywhere, so these requests keep no
 * idempotency record: logging in and out can be repeated without harm, and a refresh has a rule of
 * its own for repetitions.
 */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sessions", description = "Logging in and out")
public class AuthResource {
  private final RefreshSession refreshSession;
  private final LogOut logOut;
  private final LogOutEverywhere logOutEverywhere;
  private final CurrentActor actor;

  AuthResource(
      RefreshSession refreshSession,
      LogOut logOut,
      LogOutEverywhere logOutEverywhere,
      CurrentActor actor) {
    this.refreshSession = refreshSession;
    this.logOut = logOut;
    this.logOutEverywhere = logOutEverywhere;
    this.actor = actor;
  }

  @POST
  @Path("refresh")
  @PermitAll
  @QueryBudget(5)
  @Operation(
      operationId = "refresh",
      summary = "Refresh a session",
      description =
          "Exchanges a refresh token for the next pair. A repetition within 10 seconds gets the"
              + " same successor; a later one ends the session.")
  @Refuses(ProblemType.INVALID_REFRESH_TOKEN)
  public RestResponse<TokensView> refresh(
      @NotNull(message = "must be a JSON object") @Valid RefreshTokenRequest request) {
    RefreshSession.Result result =
        refreshSession.refresh(new RefreshSession.Command(request.refreshToken()));
    return Secret.of(
        TokensView.of(
            result.accessToken(), result.expiresIn(), result.refreshToken(), result.user()));
  }

  @POST
  @Path("logout")
  @Authenticated
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(5)
  @Operation(operationId = "logOut", summary = "Log out", description = "Ends one session.")
  @APIResponse(responseCode = "204", description = "The session has ended")
  @Refuses(ProblemType.INVALID_REFRESH_TOKEN)
  public RestResponse<Void> logOut(
      @NotNull(message = "must be a JSON object") @Valid RefreshTokenRequest request) {
    logOut.logOut(new LogOut.Command(actor.get(), request.refreshToken()));
    return RestResponse.noContent();
  }

  @POST
  @Path("logout-all")
  @Authenticated
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(3)
  @Operation(operationId = "logOutAll", summary = "Log out everywhere")
  @APIResponse(responseCode = "204", description = "All sessions have ended")
  public RestResponse<Void> logOutEverywhere() {
    logOutEverywhere.logOutEverywhere(new LogOutEverywhere.Command(actor.get()));
    return RestResponse.noContent();
  }
}
