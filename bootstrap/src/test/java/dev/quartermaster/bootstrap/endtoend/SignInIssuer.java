package dev.quartermaster.bootstrap.endtoend;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider called {@code stub} for the running application. */
public class SignInIssuer implements QuarkusTestResourceLifecycleManager {
  static final String PROVIDER = "stub";
  static final String AWAY = "away";

  private static final String CLIENT_ID = "shop";
  private static final String AUDIENCE = "shop-api";

  // Read by tests in the same JVM; the resource lives as long as the application under test.
  private static SignInIssuer running;

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private RsaJsonWebKey key;

  static SignInIssuer running() {
    return running;
  }

  @Override
  public Map<String, String> start() {
    server.start();
    key = newKey();
    server.stubFor(
        get(urlEqualTo("/.well-known/openid-configuration"))
            .willReturn(
                okJson(
                    new JsonObject()
                        .put("issuer", issuer())
                        .put("authorization_endpoint", issuer() + "/authorize")
                        .put("token_endpoint", issuer() + "/token")
                        .put("jwks_uri", issuer() + "/keys")
                        .put("subject_types_supported", new JsonArray().add("public"))
                        .encode())));
    server.stubFor(
        get(urlEqualTo("/keys"))
            .willReturn(
                okJson(
                    new JsonObject()
                        .put("keys", new JsonArray().add(new JsonObject(key.toJson())))
                        .encode())));
    server.stubFor(
        post(urlEqualTo("/token"))
            .atPriority(10)
            .willReturn(jsonResponse("{\"error\":\"invalid_grant\"}", 400)));
    server.stubFor(
        get(urlEqualTo("/away/.well-known/openid-configuration")).willReturn(serverError()));
    running = this;
    return Map.of(
        "quartermaster.oidc.stub.issuer",
        issuer(),
        "quartermaster.oidc.stub.client-id",
        CLIENT_ID,
        "quartermaster.oidc.stub.client-secret",
        "secret",
        "quartermaster.oidc.stub.audience",
        AUDIENCE,
        "quartermaster.oidc.away.issuer",
        issuer() + "/away",
        "quartermaster.oidc.away.client-id",
        CLIENT_ID,
        "quartermaster.public-url",
        "https://shop.example/base");
  }

  @Override
  public void stop() {
    server.stop();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.port();
  }

  /** The code for a person who signs in where the application sends the browser to. */
  String signIn(String address, String subject, String email, boolean verified) {
    Map<String, String> sent = parameters(address);
    String code = UUID.randomUUID().toString();
    String idToken =
        signed(
            claims(subject, email, verified).put("aud", CLIENT_ID).put("nonce", sent.get("nonce")));
    server.stubFor(
        post(urlEqualTo("/token"))
            .inScenario(code)
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("redeemed")
            .withRequestBody(containing("code=" + code))
            .willReturn(
                okJson(
                    new JsonObject()
                        .put("access_token", "opaque")
                        .put("token_type", "Bearer")
                        .put("id_token", idToken)
                        .encode())));
    return code;
  }

  /** An access token for the application. */
  String accessToken(String subject, String email, String... roles) {
    JsonArray named = new JsonArray();
    for (String role : roles) {
      named.add(role);
    }
    return signed(
        claims(subject, email, true)
            .put("aud", AUDIENCE)
            .put("realm_access", new JsonObject().put("roles", named)));
  }

  JsonObject claims(String subject, String email, boolean verified) {
    long now = Instant.now().getEpochSecond();
    return new JsonObject()
        .put("iss", issuer())
        .put("sub", subject)
        .put("name", "Ada Lovelace")
        .put("email", email)
        .put("email_verified", verified)
        .put("iat", now)
        .put("exp", now + 300);
  }

  String signed(JsonObject claims) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.encode());
    token.setKey(key.getPrivateKey());
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The parameters of an address. */
  static Map<String, String> parameters(String address) {
    Map<String, String> parameters = new HashMap<>();
    for (String parameter : URI.create(address).getRawQuery().split("&", -1)) {
      int equals = parameter.indexOf('=');
      parameters.put(
          parameter.substring(0, equals),
          URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static RsaJsonWebKey newKey() {
    try {
      RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
      made.setKeyId(UUID.randomUUID().toString());
      return made;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
