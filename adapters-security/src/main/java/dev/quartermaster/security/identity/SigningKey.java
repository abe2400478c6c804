package dev.quartermaster.security.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/**
 * The server's own key, an elliptic-curve key on P-256. Every node of an installation has the same
 * one.
 */
public final class SigningKey {
  private static final int SECRET_BYTES = 32;
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private final ECPrivateKey privateKey;
  private final ECPublicKey publicKey;

  private SigningKey(ECPrivateKey privateKey, ECPublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /**
   * Reads the key.
   *
   * @param file a PEM file with a private key on the curve P-256 in the PKCS #8 format
   * @throws IllegalStateException when the file does not hold such a key; the message is one line
   *     that says what is wrong and how to mend it
   */
  public static SigningKey read(Path file) {
    return readAll(file).getFirst();
  }

  /**
   * Reads all keys of a file, in which one may follow the other; there is at least one.
   *
   * @param file a PEM file with private keys on the curve P-256 in the PKCS #8 format
   * @throws IllegalStateException when the file does not hold such keys; the message is one line
   *     that says what is wrong and how to mend it
   */
  public static List<SigningKey> readAll(Path file) {
    try {
      List<SigningKey> keys = new ArrayList<>();
      Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (pem.find()) {
        keys.add(decoded(pem.group(1)));
      }
      if (keys.isEmpty()) {
        throw unusable(file, "it has no BEGIN PRIVATE KEY and END PRIVATE KEY", null);
      }
      return keys;
    } catch (IOException e) {
      throw unusable(file, "it cannot be read", e);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw unusable(file, "it does not hold an elliptic-curve key on P-256", e);
    }
  }

  private static SigningKey decoded(String base64) throws GeneralSecurityException {
    byte[] encoded = Base64.getMimeDecoder().decode(base64);
    KeyFactory factory = KeyFactory.getInstance("EC");
    ECPrivateKey privateKey =
        (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
    return new SigningKey(privateKey, publicKeyOf(privateKey, factory));
  }

  // The JDK does not multiply points for its callers, and the file need not state the public key.
  private static ECPublicKey publicKeyOf(ECPrivateKey privateKey, KeyFactory factory)
      throws GeneralSecurityException {
    BigInteger scalar = privateKey.getS();
    if (!privateKey.getParams().getOrder().equals(CURVE.getN())
        || scalar.signum() <= 0
        || scalar.compareTo(CURVE.getN()) >= 0) {
      throw new GeneralSecurityException("not a private key on P-256");
    }
    var point = new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar).normalize();
    return (ECPublicKey)
        factory.generatePublic(
            new ECPublicKeySpec(
                new ECPoint(
                    point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger()),
                privateKey.getParams()));
  }

  private static IllegalStateException unusable(
      Path file, String defect, @Nullable Exception cause) {
    return new IllegalStateException(
        "quartermaster.jwt.key: "
            + file
            + " is no private key: "
            + defect
            + "; make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
        cause);
  }

  /**
   * A secret for HMAC-SHA256 that only holders of this key know, by HKDF (RFC 5869).
   *
   * @param purpose tells one secret from another
   */
  public SecretKey deriveSecret(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "HmacSHA256",
              HKDFParameterSpec.ofExtract()
                  .addIKM(privateKey.getS().toByteArray())
                  .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), SECRET_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java lacks HKDF-SHA256", impossible);
    }
  }

  ECPrivateKey privateKey() {
    return privateKey;
  }

  ECPublicKey publicKey() {
    return publicKey;
  }
}
