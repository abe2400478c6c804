package dev.quartermaster.oidc.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.quartermaster.domain.shared.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A provider with what it publishes: its addresses and the keys that it signs with. */
final class Provider {
  /** Signatures by a private key alone: what a provider signs, nobody else can. */
  static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** By how much a provider's clock may differ from ours. */
  static final int CLOCK_SKEW_SECONDS = 60;

  private final ProviderSettings settings;
  private final ProviderHttp http;
  private final Refreshed<OIDCProviderMetadata> metadata;
  private final Refreshed<JWKSet> keys;

  Provider(ProviderSettings settings, ProviderHttp http, InstantSource clock) {
    this.settings = settings;
    this.http = http;
    this.metadata = new Refreshed<>(this::discovered, clock);
    this.keys = new Refreshed<>(this::fetchedKeys, clock);
  }

  ProviderSettings settings() {
    return settings;
  }

  Issuer issuer() {
    return new Issuer(settings.issuer());
  }

  /**
   * The provider's addresses.
   *
   * @throws Unavailable when it does not answer
   */
  OIDCProviderMetadata metadata() {
    return metadata.get();
  }

  /** Finds the key of a signature among those that the provider publishes. */
  JWSKeySelector<SecurityContext> keySelector() {
    return new JWSVerificationKeySelector<>(ALGORITHMS, (selector, _) -> select(selector));
  }

  /**
   * Asks the provider.
   *
   * @throws Unavailable when it does not answer
   */
  HTTPResponse ask(HTTPRequest request) {
    try {
      return request.send(http);
    } catch (IOException failure) {
      throw unavailable(failure);
    }
  }

  Unavailable unavailable(@Nullable Throwable cause) {
    return new Unavailable("The sign-in provider " + settings.name(), cause);
  }

  private List<JWK> select(JWKSelector selector) {
    List<JWK> found = selector.select(keys.get());
    return found.isEmpty() ? keys.getNewer().map(selector::select).orElse(List.of()) : found;
  }

  private OIDCProviderMetadata discovered() {
    try {
      OIDCProviderMetadata found =
          OIDCProviderMetadata.parse(
              document(OIDCProviderMetadata.resolveURL(issuer()).toURI()).getBodyAsJSONObject());
      requireOwn(found);
      return found;
    } catch (GeneralException | URISyntaxException malformed) {
      throw unavailable(malformed);
    }
  }

  /** A document of somebody else's would let them sign for this issuer. */
  private void requireOwn(OIDCProviderMetadata found) {
    if (!found.getIssuer().equals(issuer())) {
      throw unavailable(
          new IOException("its discovery document is that of " + found.getIssuer().getValue()));
    }
    if (found.getAuthorizationEndpointURI() == null
        || found.getTokenEndpointURI() == null
        || found.getJWKSetURI() == null) {
      throw unavailable(new IOException("its discovery document lacks an address"));
    }
    boolean isSafe =
        Stream.of(
                found.getAuthorizationEndpointURI(),
                found.getTokenEndpointURI(),
                found.getJWKSetURI())
            .allMatch(endpoint -> "https".equals(endpoint.getScheme()) || isOnThisMachine());
    if (!isSafe) {
      throw unavailable(new IOException("its discovery document has addresses without TLS"));
    }
  }

  /** The only issuers without TLS that the settings allow. */
  private boolean isOnThisMachine() {
    return settings.issuer().startsWith("http:");
  }

  private JWKSet fetchedKeys() {
    try {
      return JWKSet.parse(document(metadata().getJWKSetURI()).getBody());
    } catch (ParseException malformed) {
      throw unavailable(malformed);
    }
  }

  private HTTPResponse document(URI address) {
    HTTPResponse answer = ask(new HTTPRequest(HTTPRequest.Method.GET, address));
    if (answer.getStatusCode() != HTTPResponse.SC_OK) {
      throw unavailable(new IOException(address + " answers " + answer.getStatusCode()));
    }
    return answer;
  }
}
