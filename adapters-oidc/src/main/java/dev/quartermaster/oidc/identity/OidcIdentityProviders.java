package dev.quartermaster.oidc.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.ExternalSignInFailed;
import dev.quartermaster.domain.identity.IdentityProviders;
import dev.quartermaster.domain.identity.PendingSignIn;
import dev.quartermaster.domain.identity.ProviderName;
import dev.quartermaster.domain.shared.NotFound;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Signs people in by the authorization code flow of OpenID Connect, with PKCE and a nonce. */
@Singleton
final class OidcIdentityProviders implements IdentityProviders {
  private static final Logger LOG = Logger.getLogger(OidcIdentityProviders.class);
  private static final Scope SCOPE = new Scope("openid", "email", "profile");

  private final List<Provider> providers;

  OidcIdentityProviders(Providers providers) {
    this.providers =
        providers.all().stream()
            .filter(provider -> provider.settings().client().isPresent())
            .toList();
  }

  @Override
  public List<ProviderName> names() {
    return providers.stream().map(provider -> provider.settings().name()).toList();
  }

  @Override
  public Begun begin(ProviderName name, URI callback, Instant at) {
    Provider provider = provider(name);
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    URI address =
        new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, clientId(provider), callback)
            .endpointURI(provider.metadata().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Begun(
        address,
        new PendingSignIn(
            name,
            state.getValue(),
            nonce.getValue(),
            verifier.getValue(),
            at.plus(PendingSignIn.LIFETIME)));
  }

  @Override
  public ExternalPerson complete(PendingSignIn pending, String code, URI callback) {
    Provider provider = provider(pending.provider());
    OIDCTokenResponse tokens = redeemed(provider, pending, code, callback);
    IDTokenClaimsSet idToken = verified(provider, pending, tokens);
    PersonClaims claims = new PersonClaims(idToken.toJSONObject());
    if (!claims.nameAnAddress() && provider.metadata().getUserInfoEndpointURI() != null) {
      claims = new PersonClaims(userInfo(provider, tokens, idToken).toJSONObject());
    }
    return claims.of(
        new ExternalIdentity(provider.settings().issuer(), idToken.getSubject().getValue()));
  }

  private OIDCTokenResponse redeemed(
      Provider provider, PendingSignIn pending, String code, URI callback) {
    TokenResponse response =
        tokenResponse(
            provider,
            new AuthorizationCodeGrant(
                authorizationCode(code), callback, new CodeVerifier(pending.verifier())));
    if (response.indicatesSuccess()) {
      return (OIDCTokenResponse) response.toSuccessResponse();
    }
    ErrorObject error = response.toErrorResponse().getErrorObject();
    if (OAuth2Error.INVALID_GRANT.getCode().equals(error.getCode())) {
      throw refused(provider, "The provider refuses the code.", new IOException(error.getCode()));
    }
    // What is left are faults of the provider's or of our settings, which nobody mends by trying.
    throw provider.unavailable(
        new IOException("token request: " + error.getHTTPStatusCode() + " " + error.getCode()));
  }

  private static TokenResponse tokenResponse(Provider provider, AuthorizationCodeGrant grant) {
    OIDCProviderMetadata metadata = provider.metadata();
    URI endpoint = metadata.getTokenEndpointURI();
    TokenRequest request =
        clientAuthentication(provider)
            .map(client -> new TokenRequest.Builder(endpoint, client, grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, clientId(provider), grant))
            .build();
    try {
      return OIDCTokenResponseParser.parse(provider.ask(request.toHTTPRequest()));
    } catch (ParseException malformed) {
      throw provider.unavailable(malformed);
    }
  }

  private static IDTokenClaimsSet verified(
      Provider provider, PendingSignIn pending, OIDCTokenResponse tokens) {
    IDTokenValidator validator =
        new IDTokenValidator(provider.issuer(), clientId(provider), provider.keySelector(), null);
    validator.setMaxClockSkew(Provider.CLOCK_SKEW_SECONDS);
    try {
      IDTokenClaimsSet claims =
          validator.validate(tokens.getOIDCTokens().getIDToken(), new Nonce(pending.nonce()));
      AuthorizedParty party = claims.getAuthorizedParty();
      if (party != null && !party.getValue().equals(clientId(provider).getValue())) {
        throw new BadJWTException("the token was given to " + party);
      }
      return claims;
    } catch (BadJOSEException | JOSEException forged) {
      throw refused(provider, "The provider's answer does not hold.", forged);
    }
  }

  private static UserInfo userInfo(
      Provider provider, OIDCTokenResponse tokens, IDTokenClaimsSet idToken) {
    HTTPResponse answer =
        provider.ask(
            new UserInfoRequest(
                    provider.metadata().getUserInfoEndpointURI(),
                    tokens.getOIDCTokens().getAccessToken())
                .toHTTPRequest());
    try {
      UserInfoResponse response = UserInfoResponse.parse(answer);
      if (!response.indicatesSuccess()) {
        throw provider.unavailable(new IOException("user info request: " + answer.getStatusCode()));
      }
      Optional<UserInfo> info = Optional.ofNullable(response.toSuccessResponse().getUserInfo());
      return info.filter(found -> found.getSubject().equals(idToken.getSubject()))
          .orElseThrow(
              () ->
                  refused(
                      provider,
                      "The provider's answer does not hold.",
                      new IOException("user info of somebody else")));
    } catch (ParseException malformed) {
      throw provider.unavailable(malformed);
    }
  }

  private static ExternalSignInFailed refused(Provider provider, String reason, Exception cause) {
    LOG.warnf("A sign-in by %s was refused: %s", provider.settings().name(), cause);
    return new ExternalSignInFailed(reason, cause);
  }

  private static AuthorizationCode authorizationCode(String code) {
    if (code.isBlank()) {
      throw new ExternalSignInFailed("The provider sent no code.");
    }
    return new AuthorizationCode(code);
  }

  private static ClientID clientId(Provider provider) {
    return new ClientID(provider.settings().client().orElseThrow().id());
  }

  /** None for a public client, which has nothing but the code's verifier to show. */
  private static Optional<ClientAuthentication> clientAuthentication(Provider provider) {
    ProviderSettings.Client client = provider.settings().client().orElseThrow();
    return client
        .secret()
        .map(Secret::new)
        .map(
            secret ->
                wantsSecretInBody(provider.metadata())
                    ? new ClientSecretPost(new ClientID(client.id()), secret)
                    : new ClientSecretBasic(new ClientID(client.id()), secret));
  }

  private static boolean wantsSecretInBody(OIDCProviderMetadata metadata) {
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    return methods != null
        && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
  }

  private Provider provider(ProviderName name) {
    return providers.stream()
        .filter(provider -> provider.settings().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFound("sign-in provider", name));
  }
}
