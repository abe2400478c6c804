package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.EndSession;
import dev.quartermaster.application.identity.GetBrowserSession;
import dev.quartermaster.application.identity.LogIn;
import dev.quartermaster.application.identity.OpenBrowserSession;
import dev.quartermaster.domain.shared.Actor;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The session of a browser, which keeps it in a cookie that no script can read. Answers set that
 * cookie, so no idempotency record is kept. It takes nothing but JSON, which another site's page
 * can only send after a preflight: so nobody is signed in to an account that is not theirs.
 */
@Path(BrowserSessionView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sessions")
public class BrowserSessionResource {
  private final LogIn logIn;
  private final OpenBrowserSession openBrowserSession;
  private final GetBrowserSession getBrowserSession;
  private final EndSession endSession;
  private final CurrentClient client;
  private final CurrentSession session;
  private final CurrentActor actor;

  BrowserSessionResource(
      LogIn logIn,
      OpenBrowserSession openBrowserSession,
      GetBrowserSession getBrowserSession,
      EndSession endSession,
      CurrentClient client,
      CurrentSession session,
      CurrentActor actor) {
    this.logIn = logIn;
    this.openBrowserSession = openBrowserSession;
    this.getBrowserSession = getBrowserSession;
    this.endSession = endSession;
    this.client = client;
    this.session = session;
    this.actor = actor;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @QueryBudget(5)
  @Operation(
      operationId = "openBrowserSession",
      summary = "Sign in in a browser",
      description =
          "Sets the session's cookie in exchange for the refresh token that any way of signing in"
              + " gives, which is used up by it; or for an email address and a password. Of an"
              + " account with an authenticator app the password gives mfaRequired and an mfaToken"
              + " for POST /auth/login/mfa, whose refresh token then opens the session.")
  @Refuses({
    ProblemType.INVALID_CREDENTIALS,
    ProblemType.INVALID_REFRESH_TOKEN,
    ProblemType.ACCOUNT_LOCKED
  })
  public RestResponse<BrowserLogInView> open(
      @NotNull(message = "must be a JSON object") @Valid OpenBrowserSessionRequest request) {
    return switch (request.proof()) {
      case OpenBrowserSessionRequest.RefreshToken(var token) -> opened(token);
      case OpenBrowserSessionRequest.Password(var email, var password) ->
          switch (logIn.logIn(new LogIn.Command(email, password, client.get()))) {
            case LogIn.SignedIn signedIn -> opened(signedIn.refreshToken());
            case LogIn.SecondStep needed -> Secret.of(BrowserLogInView.of(needed));
          };
    };
  }

  private RestResponse<BrowserLogInView> opened(String refreshToken) {
    OpenBrowserSession.Result opened =
        openBrowserSession.open(new OpenBrowserSession.Command(refreshToken));
    return RestResponse.ResponseBuilder.ok(BrowserLogInView.of(BrowserSessionView.of(opened)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .cookie(BrowserCookie.keeping(opened.cookie(), opened.expiresIn()))
        .build();
  }

  @GET
  @Authenticated
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(3)
  @Operation(
      operationId = "getBrowserSession",
      summary = "See who is signed in in this browser",
      description = "Tells a page that was loaded anew who is signed in, and the csrfToken.")
  public RestResponse<BrowserSessionView> get() {
    Actor asking = actor.get();
    return Secret.of(
        BrowserSessionView.of(
            getBrowserSession.get(
                new GetBrowserSession.Query(asking, session.requiredOf(asking)))));
  }

  @DELETE
  @Authenticated
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(5)
  @Operation(
      operationId = "endBrowserSession",
      summary = "Sign out in this browser",
      description = "Ends the session that asks, at once, and takes its cookie away.")
  public RestResponse<Void> end() {
    Actor asking = actor.get();
    endSession.end(new EndSession.Command(asking, session.requiredOf(asking)));
    return RestResponse.ResponseBuilder.<Void>noContent().cookie(BrowserCookie.forgotten()).build();
  }
}
