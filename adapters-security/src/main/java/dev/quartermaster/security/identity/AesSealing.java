package dev.quartermaster.security.identity;

import dev.quartermaster.domain.shared.Sealing;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) under secrets that are derived from the signing keys, which all
 * nodes share. The purpose is authenticated with the secret. What is sealed is the nonce, the
 * encrypted secret and the tag, in base64url.
 */
@Singleton
final class AesSealing implements Sealing {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final List<SecretKey> secrets;

  AesSealing(SigningKeys keys) {
    this.secrets =
        keys.each(
            key ->
                new SecretKeySpec(
                    key.deriveSecret("quartermaster sealing v1").getEncoded(), "AES"));
  }

  @Override
  public String seal(String purpose, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] encrypted =
          cipher(Cipher.ENCRYPT_MODE, secrets.getFirst(), purpose, nonce)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] sealed = new byte[NONCE_BYTES + encrypted.length];
      System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
      System.arraycopy(encrypted, 0, sealed, NONCE_BYTES, encrypted.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java lacks " + CIPHER, impossible);
    }
  }

  @Override
  public String open(String purpose, String text) {
    byte[] sealed = Base64.getUrlDecoder().decode(text);
    if (sealed.length < NONCE_BYTES) {
      throw new IllegalArgumentException("too short to have been sealed");
    }
    return secrets.stream()
        .map(secret -> opened(purpose, sealed, secret))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("not sealed for " + purpose + " under our keys"));
  }

  private static Optional<String> opened(String purpose, byte[] sealed, SecretKey secret) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, secret, purpose, nonce)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (AEADBadTagException notUnderThisKey) {
      return Optional.empty();
    } catch (GeneralSecurityException malformed) {
      throw new IllegalArgumentException("not sealed at all", malformed);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, String purpose, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
