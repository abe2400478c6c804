package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that only look like ours let nobody in. They are forged without any library's help. */
@EndToEnd
class ForgedTokensTest {
  @ConfigProperty(name = "quartermaster.jwt.key")
  Path keyFile;

  private PrivateKey key;
  private String header;
  private String claims;

  @BeforeEach
  void takeATrueTokenApart() throws Exception {
    key = keyIn(Files.readString(keyFile));
    String[] parts = Shop.newCustomer().split("\\.", -1);
    header = decoded(parts[0]);
    claims = decoded(parts[1]);
  }

  @Test
  void theClaimsThatAllForgeriesStartFromAreGood() throws Exception {
    as(signed(header, claims, key)).get(API + "/users/me").then().statusCode(200);
  }

  @Test
  void algorithmNone() {
    String unsigned = encoded(header.replace("ES256", "none")) + "." + encoded(claims);
    assertRefused(unsigned + ".");
    assertRefused(unsigned);
  }

  @Test
  void hmacWithThePublicKeyAsSecret() throws Exception {
    String published = anonymous().get("/.well-known/jwks.json").asString();
    String input = encoded(header.replace("ES256", "HS256")) + "." + encoded(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(published.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] tag = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
    assertRefused(input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(tag));
  }

  @Test
  void wrongIssuer() throws Exception {
    assertRefused(withClaim("\"iss\":\"[^\"]*\"", "\"iss\":\"other\""));
  }

  @Test
  void wrongAudience() throws Exception {
    assertRefused(withClaim("\"aud\":\"[^\"]*\"", "\"aud\":\"other\""));
  }

  @Test
  void expired() throws Exception {
    long now = Instant.now().getEpochSecond();
    claims = replaced(claims, "\"iat\":\\d+", "\"iat\":" + (now - 900));
    assertRefused(withClaim("\"exp\":\\d+", "\"exp\":" + (now - 1)));
  }

  @Test
  void notYetValid() throws Exception {
    long inFiveMinutes = Instant.now().getEpochSecond() + 300;
    assertRefused(withClaim("^\\{", "{\"nbf\":" + inFiveMinutes + ","));
  }

  @Test
  void unknownKeyId() throws Exception {
    String other = replaced(header, "\"kid\":\"[^\"]*\"", "\"kid\":\"other\"");
    assertRefused(signed(other, claims, key));
  }

  @Test
  void otherKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    assertRefused(signed(header, claims, generator.generateKeyPair().getPrivate()));
  }

  @Test
  void missingSession() throws Exception {
    assertRefused(withClaim("\"sid\":\"[^\"]*\"", "\"other\":\"claim\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "...", "a.b.c", "e30.e30.e30", "eyJhbGciOiJFUzI1NiJ9..", "ä.ö.ü"})
  void malformed(String token) {
    assertRefused(token);
  }

  private String withClaim(String pattern, String replacement) throws GeneralSecurityException {
    return signed(header, replaced(claims, pattern, replacement), key);
  }

  private static String replaced(String json, String pattern, String replacement) {
    String changed = json.replaceFirst(pattern, replacement);
    if (changed.equals(json)) {
      throw new AssertionError("there is no " + pattern + " in " + json);
    }
    return changed;
  }

  private static void assertRefused(String token) {
    as(token)
        .get(API + "/users/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("code", equalTo("unauthorized"));
  }

  private static String signed(String header, String claims, PrivateKey key)
      throws GeneralSecurityException {
    String input = encoded(header) + "." + encoded(claims);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
  }

  private static PrivateKey keyIn(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
