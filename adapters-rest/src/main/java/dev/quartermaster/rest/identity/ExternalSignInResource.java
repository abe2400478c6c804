package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.BeginExternalSignIn;
import dev.quartermaster.application.identity.CompleteExternalSignIn;
import dev.quartermaster.application.identity.ListIdentityProviders;
import dev.quartermaster.domain.identity.ExternalSignInFailed;
import dev.quartermaster.domain.identity.ProviderName;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.OpenToOthersParameters;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.description.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Signing in at an OpenID Connect provider. Where it sends browsers back to is built from our own
 * public address, never from what a request says of itself.
 */
@Path(ExternalSignInResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sessions")
public class ExternalSignInResource {
  static final String PATH = "/api/v1/auth/oidc";

  private final ListIdentityProviders listIdentityProviders;
  private final BeginExternalSignIn beginExternalSignIn;
  private final CompleteExternalSignIn completeExternalSignIn;
  private final CurrentClient client;
  private final String publicUrl;

  ExternalSignInResource(
      ListIdentityProviders listIdentityProviders,
      BeginExternalSignIn beginExternalSignIn,
      CompleteExternalSignIn completeExternalSignIn,
      CurrentClient client,
      @ConfigProperty(name = "quartermaster.public-url") String publicUrl) {
    this.listIdentityProviders = listIdentityProviders;
    this.beginExternalSignIn = beginExternalSignIn;
    this.completeExternalSignIn = completeExternalSignIn;
    this.client = client;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  @GET
  @PermitAll
  @QueryBudget(0)
  @Operation(
      operationId = "listIdentityProviders",
      summary = "List the sign-in providers",
      description = "The OpenID Connect providers where people can sign in.")
  public RestResponse<ListView<IdentityProviderView>> list(@Context UriInfo uri) {
    return Lists.showWhole(
        listIdentityProviders.list(), IdentityProviderView.class, IdentityProviderView::of, uri);
  }

  @GET
  @Path("{provider}")
  @PermitAll
  @QueryBudget(0)
  @Operation(
      operationId = "beginExternalSignIn",
      summary = "Sign in at a provider",
      description =
          "Sends the browser to an OpenID Connect provider. It comes back to the address below"
              + " this one, within 10 minutes.")
  @APIResponse(responseCode = "303", description = "Go to the provider")
  public RestResponse<Void> begin(
      @Parameter(description = "The name of the provider.", example = "keycloak")
          @PathParam("provider")
          String provider) {
    ProviderName name = name(provider);
    URI callback = callback(name);
    BeginExternalSignIn.Result begun =
        beginExternalSignIn.begin(new BeginExternalSignIn.Command(name, callback));
    return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
        .location(begun.address())
        .cookie(SignInCookie.of(name, callback).keeping(begun.ticket(), begun.ticketLifetime()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("{provider}/callback")
  @PermitAll
  @OpenToOthersParameters
  @QueryBudget(10)
  @Operation(
      operationId = "completeExternalSignIn",
      summary = "Complete a sign-in at a provider",
      description =
          "Where the provider sends the browser back to. Opens a session for the account that the"
              + " provider's identity is linked to. At the first time it is linked to the account"
              + " with the address that the provider has verified, or to a new one.")
  @Refuses({
    ProblemType.OIDC_SIGN_IN_FAILED,
    ProblemType.EXTERNAL_EMAIL_UNVERIFIED,
    ProblemType.ACCOUNT_EMAIL_UNVERIFIED,
    ProblemType.ACCOUNT_LOCKED
  })
  public RestResponse<TokensView> complete(
      @Parameter(description = "The name of the provider.", example = "keycloak")
          @PathParam("provider")
          String provider,
      @BeanParam ExternalSignInParameters sent,
      @Context HttpHeaders headers) {
    ProviderName name = name(provider);
    URI callback = callback(name);
    SignInCookie cookie = SignInCookie.of(name, callback);
    CompleteExternalSignIn.Result result =
        completeExternalSignIn.complete(
            new CompleteExternalSignIn.Command(
                name,
                code(sent),
                sent.state().orElse(""),
                Optional.ofNullable(headers.getCookies().get(cookie.name()))
                    .map(Cookie::getValue)
                    .orElse(""),
                callback,
                client.get()));
    return RestResponse.ResponseBuilder.ok(
            TokensView.of(
                result.accessToken(), result.expiresIn(), result.refreshToken(), result.user()))
        .cookie(cookie.forgotten())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static String code(ExternalSignInParameters sent) {
    if (sent.error().isPresent()) {
      throw new ExternalSignInFailed("You were not signed in at the provider.");
    }
    return sent.code().orElse("");
  }

  private static ProviderName name(String provider) {
    return ProviderName.parse(provider)
        .orElseThrow(() -> new NotFound("sign-in provider", provider));
  }

  private URI callback(ProviderName provider) {
    return URI.create(publicUrl + PATH + "/" + provider + "/callback");
  }
}
