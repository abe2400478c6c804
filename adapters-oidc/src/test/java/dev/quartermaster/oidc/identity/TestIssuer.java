package dev.quartermaster.oidc.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.IdentityProviders.Begun;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An OpenID Connect provider that signs by keys of its own, and does as it is told. */
final class TestIssuer implements AutoCloseable {
  static final String CLIENT_ID = "shop";
  static final String CLIENT_SECRET = "s3cret & more";
  static final String AUDIENCE = "shop-api";

  private static final String REALM = "/realms/shop";
  static final String DISCOVERY = REALM + "/.well-known/openid-configuration";
  static final String KEYS = REALM + "/keys";
  static final String TOKEN = REALM + "/token";
  static final String USER_INFO = REALM + "/userinfo";

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private RSAKey key = newKey();

  TestIssuer() {
    server.start();
    answer(get(urlPathEqualTo(DISCOVERY)), okJson(JSONObjectUtils.toJSONString(metadata())));
    publishKeys();
    answer(
        post(urlPathEqualTo(TOKEN)),
        aResponse()
            .withStatus(400)
            .withHeader("Content-Type", "application/json")
            .withBody("{\"error\":\"invalid_grant\"}"));
  }

  String issuer() {
    return "http://127.0.0.1:" + server.port() + REALM;
  }

  RSAKey key() {
    return key;
  }

  WireMockServer server() {
    return server;
  }

  /** What the issuer publishes of itself. */
  Map<String, Object> metadata() {
    return new HashMap<>(
        Map.of(
            "issuer",
            issuer(),
            "authorization_endpoint",
            issuer() + "/authorize",
            "token_endpoint",
            issuer() + "/token",
            "userinfo_endpoint",
            issuer() + "/userinfo",
            "jwks_uri",
            issuer() + "/keys",
            "subject_types_supported",
            List.of("public"),
            "response_types_supported",
            List.of("code"),
            "id_token_signing_alg_values_supported",
            List.of("RS256")));
  }

  void publish(Map<String, Object> metadata) {
    answer(get(urlPathEqualTo(DISCOVERY)), okJson(JSONObjectUtils.toJSONString(metadata)));
  }

  /** Signs by a new key from now on, which is published in place of the old one. */
  void rotateKey() {
    key = newKey();
    publishKeys();
  }

  /** Signs by a new key from now on, which is not published. */
  void hideKey() {
    key = newKey();
  }

  private void publishKeys() {
    answer(get(urlPathEqualTo(KEYS)), okJson(new JWKSet(key).toString()));
  }

  /** Answers everything in this way. */
  void answerAll(ResponseDefinitionBuilder response) {
    server.resetMappings();
    answer(any(anyUrl()), response);
  }

  void answer(MappingBuilder request, ResponseDefinitionBuilder response) {
    server.stubFor(request.willReturn(response));
  }

  long requestsFor(String path) {
    return server.getAllServeEvents().stream()
        .filter(event -> event.getRequest().getUrl().startsWith(path))
        .count();
  }

  /** The parameters with which a browser comes to sign in. */
  static Map<String, List<String>> parameters(URI address) {
    return URLUtils.parseParameters(address.getRawQuery());
  }

  /** What the issuer says in the ID token of a sign-in. */
  JWTClaimsSet.Builder idToken(Begun begun, ExternalPerson person) {
    return claims(person)
        .audience(CLIENT_ID)
        .claim("nonce", parameters(begun.address()).get("nonce").getFirst());
  }

  /** What the issuer says of a person in every token. */
  JWTClaimsSet.Builder claims(ExternalPerson person) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(person.identity().subject())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("name", person.name())
            .claim("email", "stranger@example.com")
            .claim("email_verified", false);
    person
        .verifiedEmail()
        .ifPresent(email -> claims.claim("email", email.value()).claim("email_verified", true));
    return claims;
  }

  String signed(JWTClaimsSet claims) {
    return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
  }

  String signed(JWSHeader header, JWTClaimsSet claims) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A code that gets that ID token, once, for the sign-in's own verifier. */
  String codeFor(Begun begun, String idToken) {
    String code = UUID.randomUUID().toString();
    String challenge = parameters(begun.address()).get("code_challenge").getFirst();
    server.stubFor(
        post(urlPathEqualTo(TOKEN))
            .atPriority(1)
            .inScenario(code)
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("redeemed")
            .andMatching(request -> MatchResult.of(redeems(request, code, challenge)))
            .willReturn(
                okJson(
                    JSONObjectUtils.toJSONString(
                        Map.of(
                            "access_token", "opaque",
                            "token_type", "Bearer",
                            "id_token", idToken)))));
    return code;
  }

  private static boolean redeems(Request request, String code, String challenge) {
    Map<String, List<String>> form = URLUtils.parseParameters(request.getBodyAsString());
    return List.of("authorization_code").equals(form.get("grant_type"))
        && List.of(code).equals(form.get("code"))
        && Optional.ofNullable(form.get("code_verifier"))
            .map(List::getFirst)
            .map(CodeVerifier::new)
            .map(verifier -> CodeChallenge.compute(CodeChallengeMethod.S256, verifier))
            .filter(computed -> computed.getValue().equals(challenge))
            .isPresent();
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
