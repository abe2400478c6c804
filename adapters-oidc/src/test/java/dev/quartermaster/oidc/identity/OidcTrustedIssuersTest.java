package dev.quartermaster.oidc.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.ProviderName;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.TrustedIssuers;
import dev.quartermaster.domain.identity.TrustedIssuers.ForeignToken;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.identity.TrustedIssuersContract;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@link TrustedIssuersContract}, and what a forger may try. */
class OidcTrustedIssuersTest extends TrustedIssuersContract {
  private final TestIssuer issuer = new TestIssuer();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final TrustedIssuers issuers = issuers(Optional.empty());

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Override
  protected TrustedIssuers issuers() {
    return issuers;
  }

  @Override
  protected String issuer() {
    return issuer.issuer();
  }

  @Override
  protected String tokenOf(ForeignToken content) {
    return issuer.signed(
        issuer
            .claims(content.person())
            .audience(List.of("account", TestIssuer.AUDIENCE))
            .claim("typ", "Bearer")
            .claim(
                "realm_access", Map.of("roles", content.roles().stream().map(Role::code).toList()))
            .build());
  }

  @Test
  void takesTokensAsRfc9068HasThem() {
    assertThat(
            issuers.verify(
                issuer.signed(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(issuer.key().getKeyID())
                        .build(),
                    claims().build())))
        .extracting(token -> token.person().identity().issuer())
        .isEqualTo(issuer.issuer());
  }

  @Test
  void findsRolesWhereIssuersPutThem() {
    assertRoles(claims().claim("groups", List.of("staff", "/admin")), Role.STAFF);
    assertRoles(claims().claim("roles", List.of("admin", "offline_access")), Role.ADMIN);
    assertRoles(claims().claim("roles", "customer"), Role.CUSTOMER);
    assertRoles(
        claims()
            .claim(
                "resource_access",
                Map.of(
                    TestIssuer.CLIENT_ID,
                    Map.of("roles", List.of("staff")),
                    "another-client",
                    Map.of("roles", List.of("admin")))),
        Role.STAFF);
    assertRoles(
        claims()
            .claim(
                "resource_access", Map.of(TestIssuer.AUDIENCE, Map.of("roles", List.of("admin")))),
        Role.ADMIN);
    assertRoles(claims().claim("realm_access", "admin").claim("groups", 1).claim("roles", true));
    assertRoles(claims().claim("roles", List.of("ADMIN", "Staff", "")));
  }

  @Test
  void findsRolesWhereTheSettingsSayAndNowhereElse() {
    TrustedIssuers byPath = issuers(Optional.of("shop.roles"));
    assertThat(
            byPath
                .verify(
                    signed(
                        claims()
                            .claim("shop", Map.of("roles", List.of("staff")))
                            .claim("roles", List.of("admin"))))
                .roles())
        .containsExactly(Role.STAFF);

    TrustedIssuers byUrl = issuers(Optional.of("https://shop.example/roles"));
    assertThat(
            byUrl
                .verify(signed(claims().claim("https://shop.example/roles", List.of("staff"))))
                .roles())
        .containsExactly(Role.STAFF);
  }

  @Test
  void refusesAnotherAudienceOrNone() {
    assertRefused(claims().audience("another"));
    assertRefused(claims().audience(TestIssuer.CLIENT_ID));
    assertRefused(claims().audience((String) null));
  }

  @Test
  void refusesAnotherIssuer() {
    assertRefused(claims().issuer("https://other.example"));
    assertRefused(claims().issuer(null));
  }

  @Test
  void refusesWhatHasExpiredOrIsNotValidYet() {
    Instant now = Instant.now();
    assertRefused(claims().expirationTime(Date.from(now.minusSeconds(3_600))));
    assertRefused(claims().expirationTime(null));
    assertRefused(claims().notBeforeTime(Date.from(now.plusSeconds(3_600))));
  }

  @Test
  void refusesTokensThatAreForSomethingElse() {
    assertRefused(claims().claim("typ", "ID"));
    assertRefused(claims().claim("typ", "Refresh"));
    assertRefused(claims().claim("at_hash", "x"));
    assertRefused(claims().claim("nonce", "x"));
    assertRefused(
        issuer.signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .keyID(issuer.key().getKeyID())
                .build(),
            claims().build()));
  }

  @Test
  void refusesATokenWithoutSubject() {
    assertRefused(claims().subject(null));
    assertRefused(claims().subject(" "));
    assertRefused(claims().subject("x".repeat(256)));
  }

  @Test
  void refusesATokenWithoutSignature() {
    assertRefused(new PlainJWT(claims().build()).serialize());
  }

  @Test
  void refusesATokenSignedByThePublicKeyAsASecret() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.key().getKeyID()).build(),
            claims().build());
    token.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));

    assertRefused(token.serialize());
  }

  @Test
  void refusesAChangedToken() {
    String token = signed(claims());
    String[] parts = token.split("\\.", -1);
    String others = signed(claims().claim("roles", List.of("admin"))).split("\\.", -1)[1];

    assertRefused(parts[0] + "." + others + "." + parts[2]);
  }

  @Test
  void findsARotatedKeyOnceInAWhile() {
    issuers.verify(signed(claims()));
    issuer.rotateKey();
    assertRefused(claims());

    clock.advance(Refreshed.PAUSE_AFTER_MISS);
    assertThat(issuers.verify(signed(claims())).roles()).isEmpty();
    issuer.hideKey();
    for (int time = 0; time < 5; time++) {
      assertRefused(claims());
    }
    assertThat(issuer.requestsFor(TestIssuer.KEYS)).isEqualTo(2);
  }

  @Test
  void withoutTheIssuersKeysNobodyCanTell() {
    issuer.answerAll(aResponse().withStatus(500));

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> issuers.verify(signed(claims())));
  }

  @Test
  void theKeysServeOnWhileTheIssuerIsAway() {
    issuers.verify(signed(claims()));
    issuer.answerAll(aResponse().withStatus(500));
    clock.advance(Refreshed.FRESH);

    assertThat(issuers.verify(signed(claims())).roles()).isEmpty();
  }

  private JWTClaimsSet.Builder claims() {
    return issuer
        .claims(person(Optional.of(new EmailAddress("ada@example.com"))))
        .audience(TestIssuer.AUDIENCE);
  }

  private String signed(JWTClaimsSet.Builder claims) {
    return issuer.signed(claims.build());
  }

  private void assertRoles(JWTClaimsSet.Builder claims, Role... roles) {
    assertThat(issuers.verify(signed(claims)).roles()).isEqualTo(Set.of(roles));
  }

  private void assertRefused(JWTClaimsSet.Builder claims) {
    assertRefused(signed(claims));
  }

  private void assertRefused(String token) {
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> issuers.verify(token));
  }

  private TrustedIssuers issuers(Optional<String> rolesClaim) {
    ProviderSettings settings =
        new ProviderSettings(
            new ProviderName("stub"),
            issuer.issuer(),
            Optional.of(new ProviderSettings.Client(TestIssuer.CLIENT_ID, Optional.empty())),
            Optional.of(TestIssuer.AUDIENCE),
            rolesClaim);
    return new OidcTrustedIssuers(
        new Providers(
            List.of(new Provider(settings, new ProviderHttp(Duration.ofSeconds(60)), clock))));
  }
}
