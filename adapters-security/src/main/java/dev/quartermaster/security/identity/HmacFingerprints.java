package dev.quartermaster.security.identity;

import dev.quartermaster.domain.shared.Fingerprints;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA256 under a secret that is derived from the signing key, which all nodes share. */
@Singleton
final class HmacFingerprints implements Fingerprints {
  private final SecretKey secret;

  HmacFingerprints(SigningKey key) {
    this.secret = key.deriveSecret("quartermaster request fingerprint v1");
  }

  @Override
  public String of(String text) {
    try {
      Mac mac = Mac.getInstance(secret.getAlgorithm());
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java lacks " + secret.getAlgorithm(), impossible);
    }
  }
}
