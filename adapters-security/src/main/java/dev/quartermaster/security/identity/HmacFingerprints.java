package dev.quartermaster.security.identity;

import dev.quartermaster.domain.shared.Fingerprints;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA256 under secrets that are derived from the signing keys, which all nodes share. */
@Singleton
final class HmacFingerprints implements Fingerprints {
  private final List<SecretKey> secrets;

  HmacFingerprints(SigningKeys keys) {
    this.secrets = keys.each(key -> key.deriveSecret("quartermaster request fingerprint v1"));
  }

  @Override
  public String of(String text) {
    return digest(text, secrets.getFirst());
  }

  @Override
  public boolean matches(String text, String digest) {
    byte[] given = digest.getBytes(StandardCharsets.UTF_8);
    return secrets.stream()
        .map(secret -> digest(text, secret).getBytes(StandardCharsets.UTF_8))
        .anyMatch(known -> MessageDigest.isEqual(known, given));
  }

  private static String digest(String text, SecretKey secret) {
    try {
      Mac mac = Mac.getInstance(secret.getAlgorithm());
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java lacks " + secret.getAlgorithm(), impossible);
    }
  }
}
