package dev.quartermaster.oidc.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.IdentityProviders;
import dev.quartermaster.domain.identity.IdentityProviders.Begun;
import dev.quartermaster.domain.identity.ProviderName;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.identity.IdentityProvidersContract;
import dev.quartermaster.testkit.shared.SettableClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link IdentityProvidersContract}, and what an attacker or a broken provider may try. */
class OidcIdentityProvidersTest extends IdentityProvidersContract {
  private static final ProviderName PROVIDER = new ProviderName("stub");

  /** Far longer than any answer takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Shorter than the slow answers below. */
  private static final Duration IMPATIENCE = Duration.ofMillis(500);

  private static final Optional<EmailAddress> EMAIL =
      Optional.of(new EmailAddress("ada@example.com"));

  private final TestIssuer issuer = new TestIssuer();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final IdentityProviders providers =
      providers(Optional.of(TestIssuer.CLIENT_SECRET), PATIENCE);
  private final IdentityProviders impatient = providers(Optional.empty(), IMPATIENCE);

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Override
  protected IdentityProviders providers() {
    return providers;
  }

  @Override
  protected ProviderName provider() {
    return PROVIDER;
  }

  @Override
  protected String issuer() {
    return issuer.issuer();
  }

  @Override
  protected String signIn(Begun begun, ExternalPerson person) {
    return issuer.codeFor(begun, issuer.signed(issuer.idToken(begun, person).build()));
  }

  @Test
  void sendsTheBrowserToTheProviderWithAllThatTheFlowNeeds() throws NoSuchAlgorithmException {
    Begun begun = begin();

    assertThat(begun.address().toString()).startsWith(issuer.issuer() + "/authorize?");
    assertThat(TestIssuer.parameters(begun.address()))
        .containsEntry("response_type", List.of("code"))
        .containsEntry("client_id", List.of(TestIssuer.CLIENT_ID))
        .containsEntry("redirect_uri", List.of(CALLBACK.toString()))
        .containsEntry("scope", List.of("openid email profile"))
        .containsEntry("state", List.of(begun.pending().state()))
        .containsEntry("nonce", List.of(begun.pending().nonce()))
        .containsEntry("code_challenge_method", List.of("S256"))
        .containsEntry("code_challenge", List.of(sha256(begun.pending().verifier())));
  }

  @Test
  void showsTheVerifierTheSecretAndTheSameCallback() {
    Begun begun = begin();
    complete(begun, signIn(begun, person(EMAIL)));

    issuer
        .server()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(TestIssuer.TOKEN))
                .withFormParam("code_verifier", equalTo(begun.pending().verifier()))
                .withFormParam("redirect_uri", equalTo(CALLBACK.toString()))
                .withBasicAuth(new BasicCredentials(TestIssuer.CLIENT_ID, encoded())));
  }

  @Test
  void aPublicClientShowsItsIdAlone() {
    IdentityProviders ofPublicClient = providers(Optional.empty(), PATIENCE);
    Begun begun = ofPublicClient.begin(PROVIDER, CALLBACK, clock.instant());
    ExternalPerson ada = person(EMAIL);

    assertThat(ofPublicClient.complete(begun.pending(), signIn(begun, ada), CALLBACK))
        .isEqualTo(ada);
    issuer
        .server()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(TestIssuer.TOKEN))
                .withFormParam("client_id", equalTo(TestIssuer.CLIENT_ID))
                .withoutHeader("Authorization"));
  }

  @Test
  void aProviderThatWantsTheSecretInTheBodyGetsItThere() {
    Map<String, Object> metadata = issuer.metadata();
    metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
    issuer.publish(metadata);
    Begun begun = begin();
    complete(begun, signIn(begun, person(EMAIL)));

    issuer
        .server()
        .verify(
            1,
            postRequestedFor(urlPathEqualTo(TestIssuer.TOKEN))
                .withFormParam("client_secret", equalTo(TestIssuer.CLIENT_SECRET)));
  }

  @Test
  void anotherVerifierRedeemsNothing() {
    Begun begun = begin();
    String code = signIn(begun, person(EMAIL));
    Begun withOtherVerifier = new Begun(begun.address(), begin().pending());

    assertRefused(withOtherVerifier, code);
  }

  @Test
  void refusesTheNonceOfAnotherSignIn() {
    Begun begun = begin();
    assertRefused(
        begun,
        codeFor(
            begun, issuer.idToken(begun, person(EMAIL)).claim("nonce", begin().pending().nonce())));
  }

  @Test
  void refusesATokenWithoutNonce() {
    Begun begun = begin();
    assertRefused(begun, codeFor(begun, issuer.idToken(begun, person(EMAIL)).claim("nonce", null)));
  }

  @Test
  void refusesATokenOfAnotherIssuer() {
    Begun begun = begin();
    assertRefused(
        begun,
        codeFor(begun, issuer.idToken(begun, person(EMAIL)).issuer("https://other.example")));
  }

  @Test
  void refusesATokenForAnotherClient() {
    Begun begun = begin();
    assertRefused(begun, codeFor(begun, issuer.idToken(begun, person(EMAIL)).audience("another")));
    assertRefused(
        begun,
        codeFor(
            begun,
            issuer
                .idToken(begun, person(EMAIL))
                .audience(List.of(TestIssuer.CLIENT_ID, "another"))
                .claim("azp", "another")));
  }

  @Test
  void refusesATokenThatHasExpired() {
    Begun begun = begin();
    Instant past = Instant.now().minusSeconds(600);
    assertRefused(
        begun,
        codeFor(
            begun,
            issuer
                .idToken(begun, person(EMAIL))
                .issueTime(Date.from(past.minusSeconds(300)))
                .expirationTime(Date.from(past))));
  }

  @Test
  void refusesATokenWithoutSignature() {
    Begun begun = begin();
    String unsigned = new PlainJWT(issuer.idToken(begun, person(EMAIL)).build()).serialize();

    assertRefused(begun, issuer.codeFor(begun, unsigned));
  }

  @Test
  void refusesATokenSignedByTheClientsSecret() throws JOSEException {
    Begun begun = begin();
    byte[] padded = new byte[32];
    byte[] secret = TestIssuer.CLIENT_SECRET.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(secret, 0, padded, 0, secret.length);

    assertRefused(begun, issuer.codeFor(begun, symmetric(begun, padded)));
  }

  @Test
  void refusesATokenSignedByThePublicKeyAsASecret() throws JOSEException {
    Begun begun = begin();

    assertRefused(
        begun, issuer.codeFor(begun, symmetric(begun, issuer.key().toRSAPublicKey().getEncoded())));
  }

  @Test
  void refusesATokenSignedByAnotherKeyUnderTheKnownName() {
    String known = issuer.key().getKeyID();
    issuer.hideKey();
    Begun begun = begin();
    String forged =
        issuer.signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(known).build(),
            issuer.idToken(begun, person(EMAIL)).build());

    assertRefused(begun, issuer.codeFor(begun, forged));
  }

  @Test
  void refusesAKeyThatIsNotPublished() {
    Begun begun = begin();
    complete(begun, signIn(begun, person(EMAIL)));
    issuer.hideKey();

    Begun second = begin();
    assertRefused(second, signIn(second, person(EMAIL)));
  }

  @Test
  void findsARotatedKeyAndAsksForItAtMostOnceInAWhile() {
    Begun first = begin();
    complete(first, signIn(first, person(EMAIL)));
    issuer.rotateKey();

    clock.advance(Refreshed.PAUSE_AFTER_MISS.minusMillis(1));
    Begun early = begin();
    assertRefused(early, signIn(early, person(EMAIL)));
    assertThat(issuer.requestsFor(TestIssuer.KEYS)).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));
    Begun later = begin();
    ExternalPerson ada = person(EMAIL);
    assertThat(complete(later, signIn(later, ada))).isEqualTo(ada);
    assertThat(issuer.requestsFor(TestIssuer.KEYS)).isEqualTo(2);
  }

  @Test
  void keepsWhatTheProviderPublishesAndReadsItAgainWhenItIsOld() {
    for (int time = 0; time < 3; time++) {
      Begun begun = begin();
      complete(begun, signIn(begun, person(EMAIL)));
    }
    assertThat(issuer.requestsFor(TestIssuer.DISCOVERY)).isEqualTo(1);
    assertThat(issuer.requestsFor(TestIssuer.KEYS)).isEqualTo(1);

    clock.advance(Refreshed.FRESH);
    Begun begun = begin();
    complete(begun, signIn(begun, person(EMAIL)));
    assertThat(issuer.requestsFor(TestIssuer.DISCOVERY)).isEqualTo(2);
    assertThat(issuer.requestsFor(TestIssuer.KEYS)).isEqualTo(2);
  }

  @Test
  void asksForTheAddressWhereTheTokenDoesNotSay() {
    ExternalPerson ada = person(EMAIL);
    issuer.answer(
        get(urlPathEqualTo(TestIssuer.USER_INFO)),
        okJson(
            JSONObjectUtils.toJSONString(
                Map.of(
                    "sub",
                    ada.identity().subject(),
                    "name",
                    ada.name(),
                    "email",
                    "ada@example.com",
                    "email_verified",
                    true))));
    Begun begun = begin();
    String code = codeFor(begun, issuer.idToken(begun, ada).claim("email", null));

    assertThat(complete(begun, code)).isEqualTo(ada);
  }

  @Test
  void refusesAnAddressOfSomebodyElse() {
    issuer.answer(
        get(urlPathEqualTo(TestIssuer.USER_INFO)),
        okJson("{\"sub\":\"another\",\"email\":\"ada@example.com\",\"email_verified\":true}"));
    Begun begun = begin();

    assertRefused(begun, codeFor(begun, issuer.idToken(begun, person(EMAIL)).claim("email", null)));
  }

  @Test
  void anAddressIsVerifiedOnlyWhereTheProviderSaysSo() {
    for (Object said : List.of(false, "false", "yes", 1)) {
      Begun begun = begin();
      String code =
          codeFor(begun, issuer.idToken(begun, person(EMAIL)).claim("email_verified", said));
      assertThat(complete(begun, code).verifiedEmail()).as("%s", said).isEmpty();
    }
    Begun begun = begin();
    String code =
        codeFor(begun, issuer.idToken(begun, person(EMAIL)).claim("email_verified", "true"));
    assertThat(complete(begun, code).verifiedEmail()).isEqualTo(EMAIL);
  }

  @Test
  void makesANameThatAnAccountCanHave() {
    assertThat(nameFrom("\u0000Ada\nLovelace ")).isEqualTo("Ada Lovelace");
    assertThat(nameFrom("x".repeat(199) + "🦊")).isEqualTo("x".repeat(199));
    assertThat(nameFrom(" ")).isEqualTo("ada");
    assertThat(nameFrom(null)).isEqualTo("ada");
  }

  static Stream<ResponseDefinitionBuilder> trouble() {
    return Stream.of(
        aResponse().withStatus(500),
        aResponse().withStatus(404),
        aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/"),
        aResponse().withStatus(200).withBody("<html>"),
        okJson("{\"issuer\":"),
        okJson("{}"),
        okJson("[" + "1,".repeat(600_000) + "1]"),
        aResponse().withFixedDelay(2_000),
        aResponse().withStatus(200).withChunkedDribbleDelay(5, 2_000).withBody("{\"a\":true}"),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
  }

  @ParameterizedTest
  @MethodSource("trouble")
  void aProviderThatDoesNotAnswerAsItShouldIsUnavailable(ResponseDefinitionBuilder answer) {
    issuer.answerAll(answer);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> impatient.begin(PROVIDER, CALLBACK, clock.instant()));
  }

  @ParameterizedTest
  @MethodSource("trouble")
  void soIsOneThatFailsWhenTheBrowserHasComeBack(ResponseDefinitionBuilder answer) {
    Begun begun = begin();
    issuer.answer(post(urlPathEqualTo(TestIssuer.TOKEN)), answer);

    assertUnavailable(begun, "code");
  }

  @ParameterizedTest
  @MethodSource("trouble")
  void soIsOneWhoseKeysCannotBeRead(ResponseDefinitionBuilder answer) {
    Begun begun = begin();
    String code = signIn(begun, person(EMAIL));
    issuer.answer(get(urlPathEqualTo(TestIssuer.KEYS)), answer);

    assertUnavailable(begun, code);
  }

  @Test
  void aProviderThatIsGoneIsUnavailable() {
    issuer.close();

    assertThatExceptionOfType(Unavailable.class).isThrownBy(this::begin);
  }

  @Test
  void attemptsHavePauses() {
    issuer.answerAll(aResponse().withStatus(500));
    for (int time = 0; time < 3; time++) {
      assertThatExceptionOfType(Unavailable.class).isThrownBy(this::begin);
    }
    assertThat(issuer.requestsFor(TestIssuer.DISCOVERY)).isEqualTo(1);

    clock.advance(Refreshed.PAUSE_AFTER_FAILURE);
    assertThatExceptionOfType(Unavailable.class).isThrownBy(this::begin);
    assertThat(issuer.requestsFor(TestIssuer.DISCOVERY)).isEqualTo(2);
  }

  @Test
  void whatWasReadServesOnWhileTheProviderIsAway() {
    begin();
    issuer.answerAll(aResponse().withStatus(500));
    clock.advance(Refreshed.FRESH);
    begin();

    clock.advance(Refreshed.KEPT_WHILE_AWAY);
    assertThatExceptionOfType(Unavailable.class).isThrownBy(this::begin);
  }

  @Test
  void refusesTheDiscoveryDocumentOfAnotherIssuer() {
    Map<String, Object> metadata = issuer.metadata();
    metadata.put("issuer", "https://other.example");
    issuer.publish(metadata);

    assertThatExceptionOfType(Unavailable.class).isThrownBy(this::begin);
  }

  @Test
  void aFaultOfOurSettingsIsNotBlamedOnThePerson() {
    issuer.answer(
        post(urlPathEqualTo(TestIssuer.TOKEN)),
        aResponse()
            .withStatus(401)
            .withHeader("Content-Type", "application/json")
            .withBody("{\"error\":\"invalid_client\"}"));
    Begun begun = begin();

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> complete(begun, "code"));
  }

  @Test
  void aMissingCodeIsRefusedWithoutAsking() {
    assertRefused(begin(), "");
    assertThat(issuer.requestsFor(TestIssuer.TOKEN)).isZero();
  }

  private void assertUnavailable(Begun begun, String code) {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> impatient.complete(begun.pending(), code, CALLBACK));
  }

  private String nameFrom(Object claim) {
    Begun begun = begin();
    return complete(
            begun, codeFor(begun, issuer.idToken(begun, person(EMAIL)).claim("name", claim)))
        .name();
  }

  private String codeFor(Begun begun, JWTClaimsSet.Builder idToken) {
    return issuer.codeFor(begun, issuer.signed(idToken.build()));
  }

  private String symmetric(Begun begun, byte[] secret) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.key().getKeyID()).build(),
            issuer.idToken(begun, person(EMAIL)).build());
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private IdentityProviders providers(Optional<String> secret, Duration patience) {
    ProviderSettings settings =
        new ProviderSettings(
            PROVIDER,
            issuer.issuer(),
            Optional.of(new ProviderSettings.Client(TestIssuer.CLIENT_ID, secret)),
            Optional.empty(),
            Optional.empty());
    return new OidcIdentityProviders(
        new Providers(List.of(new Provider(settings, new ProviderHttp(patience), clock))));
  }

  /** RFC 6749, 2.3.1: form-encoded before it becomes a password. */
  private static String encoded() {
    return URLEncoder.encode(TestIssuer.CLIENT_SECRET, StandardCharsets.UTF_8);
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
