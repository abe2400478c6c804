package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.SettableClock;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessTokenVerificationTest {
  private static final UserId USER =
      new UserId(UUID.fromString("0198c0de-0000-7000-8000-00000000000a"));
  private static final SessionId SESSION =
      new SessionId(UUID.fromString("0198c0de-0000-7000-8000-00000000000b"));

  // The parser compares with the system's clock and cannot be given another.
  private final Instant now = Instant.now();
  private final SettableClock clock = new SettableClock(now);

  @TempDir private Path folder;
  private SigningKey key;
  private SigningKeys keys;
  private SigningKeySet keySet;
  private AccessTokens tokens;
  private JWTParser parser;

  @BeforeEach
  void setUp() {
    key = KeyFiles.anyKey(folder);
    keys = new SigningKeys(key, List.of());
    keySet = new SigningKeySet(keys);
    tokens = new JwtAccessTokens(keys);
    parser = parserOf(keys);
  }

  @Test
  void takesItsOwnToken() throws ParseException {
    JsonWebToken token = parser.parse(tokens.issue(user(), SESSION, now));

    assertThat(token.getSubject()).isEqualTo(USER.toString());
    assertThat(token.getName()).isEqualTo(USER.toString());
    assertThat(token.<String>getClaim("sid")).isEqualTo(SESSION.toString());
    assertThat(token.getGroups()).containsExactlyInAnyOrder("customer", "staff");
    assertThat(token.getIssuedAtTime()).isEqualTo(now.getEpochSecond());
    assertThat(token.getExpirationTime())
        .isEqualTo(now.plus(Duration.ofMinutes(15)).getEpochSecond());
    assertThat(token.getTokenID()).isNotEqualTo(again().getTokenID());
  }

  @Test
  void theKeySetHoldsThePublicKeyUnderItsThumbprintAndNothingPrivate() throws Exception {
    var jwk = new JsonWebKeySet(keySet.asJwkSet()).getJsonWebKeys().getFirst();

    assertThat(jwk.getKey()).isEqualTo(key.publicKey());
    assertThat(jwk.getKeyId()).isEqualTo(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
    assertThat(headerOf(tokens.issue(user(), SESSION, now)))
        .contains("\"alg\":\"ES256\"", "\"kid\":\"" + jwk.getKeyId() + "\"");
    assertThat(keySet.asJwkSet()).doesNotContain("\"d\"");
  }

  @Test
  void refusesAnExpiredToken() {
    assertRefused(tokens.issue(user(), SESSION, now.minus(Duration.ofMinutes(16))));
  }

  @Test
  void refusesATokenOfAnotherServer() {
    SigningKeys other = KeyFiles.anyKeys(folder);

    assertRefused(new JwtAccessTokens(other).issue(user(), SESSION, now));
    assertRefused(claims().jws().keyId(keys.currentId()).sign(other.current().privateKey()));
  }

  @Test
  void takesTokensOfTheKeyBefore() throws ParseException {
    SigningKey fresh = KeyFiles.anyKey(folder);
    SigningKeys rotated = new SigningKeys(fresh, List.of(key));
    String before = tokens.issue(user(), SESSION, now);
    String after = new JwtAccessTokens(rotated).issue(user(), SESSION, now);

    assertThat(parserOf(rotated).parse(before).getSubject()).isEqualTo(USER.toString());
    assertThat(parserOf(rotated).parse(after).getSubject()).isEqualTo(USER.toString());
    assertThat(headerOf(after)).contains(rotated.currentId());
    assertRefused(after);
    assertThatExceptionOfType(ParseException.class)
        .isThrownBy(() -> parserOf(new SigningKeys(fresh, List.of())).parse(before));
  }

  @Test
  void theKeySetHoldsEachKeyOnceTheCurrentFirst() throws Exception {
    SigningKey fresh = KeyFiles.anyKey(folder);
    SigningKeys rotated = new SigningKeys(fresh, List.of(key, fresh));

    assertThat(new JsonWebKeySet(new SigningKeySet(rotated).asJwkSet()).getJsonWebKeys())
        .extracting(JsonWebKey::getKey)
        .containsExactly(fresh.publicKey(), key.publicKey());
  }

  @Test
  void verifiesATokenOnceForAsLongAsItIsGood() throws ParseException {
    String token = tokens.issue(user(), SESSION, now);
    JsonWebToken verified = parser.parse(token);

    assertThat(parser.parse(token)).isSameAs(verified);
    clock.advance(AccessTokens.LIFETIME);
    assertThat(parser.parse(token)).isNotSameAs(verified);
  }

  @Test
  void refusesAnotherSignatureUnderWhatItHasVerified() throws ParseException {
    String token = tokens.issue(user(), SESSION, now);
    parser.parse(token);
    String other = new JwtAccessTokens(KeyFiles.anyKeys(folder)).issue(user(), SESSION, now);

    assertRefused(
        token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
  }

  private JWTParser parserOf(SigningKeys keys) {
    return new AccessTokenVerification(new SigningKeySet(keys), clock).parser();
  }

  @Test
  void refusesAnotherKeysId() {
    assertRefused(claims().jws().keyId("other").sign(key.privateKey()));
  }

  @Test
  void refusesAnUnsignedToken() {
    String[] parts = tokens.issue(user(), SESSION, now).split("\\.", -1);
    String header = base64url("{\"alg\":\"none\",\"kid\":\"" + keys.currentId() + "\"}");

    assertRefused(header + "." + parts[1] + ".");
    assertRefused(parts[0] + "." + parts[1] + ".");
  }

  @Test
  void refusesASignatureByThePublicKeyAsASharedSecret() {
    byte[] publicKey = key.publicKey().getEncoded();

    assertRefused(
        claims().jws().keyId(keys.currentId()).sign(new SecretKeySpec(publicKey, "HmacSHA256")));
  }

  @Test
  void refusesAChangedPayload() {
    String[] parts = tokens.issue(user(), SESSION, now).split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);

    assertRefused(parts[0] + "." + base64url(payload.replace("staff", "admin")) + "." + parts[2]);
  }

  @Test
  void refusesAnotherIssuerOrAudience() {
    assertRefused(signed(claims().issuer("other")));
    assertRefused(signed(claims().audience("other")));
  }

  @Test
  void refusesATokenThatLacksAClaim() {
    assertRefused(signed(claims().remove("sub")));
    assertRefused(signed(claims().remove("sid")));
    assertRefused(signed(claims().remove("iss")));
    assertRefused(signed(claims().remove("aud")));
  }

  @Test
  void refusesATokenThatIsGoodForTooLong() {
    assertRefused(signed(claims().expiresAt(now.plus(Duration.ofHours(1)))));
  }

  @Test
  void takesTheClaimsThatTheRefusalsStartFrom() throws ParseException {
    assertThat(parser.parse(signed(claims())).getSubject()).isEqualTo(USER.toString());
  }

  private JsonWebToken again() throws ParseException {
    return parser.parse(tokens.issue(user(), SESSION, now));
  }

  private JwtClaimsBuilder claims() {
    return Jwt.issuer("quartermaster")
        .audience("quartermaster")
        .subject(USER.toString())
        .claim("sid", SESSION.toString())
        .issuedAt(now)
        .expiresAt(now.plus(AccessTokens.LIFETIME));
  }

  private String signed(JwtClaimsBuilder claims) {
    return claims.jws().keyId(keys.currentId()).sign(key.privateKey());
  }

  private void assertRefused(String token) {
    assertThatExceptionOfType(ParseException.class).isThrownBy(() -> parser.parse(token));
  }

  private User user() {
    return User.signUp(
        USER, "Ada", new EmailAddress("ada@example.com"), Set.of(Role.CUSTOMER, Role.STAFF), now);
  }

  private static String headerOf(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
        StandardCharsets.UTF_8);
  }

  private static String base64url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
