package dev.quartermaster.domain.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A secret that is mailed to somebody and shows, once, that they read mails to that address. Only
 * its hash is stored, and it never shows in a log.
 *
 * @param value as it stands in the mail
 */
public record OneTimeToken(String value) {

  /**
   * What is stored of the token: a SHA-256 digest in hexadecimal digits. The token is too random to
   * be guessed, so nothing slower is needed.
   */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  @Override
  public String toString() {
    return "OneTimeToken[***]";
  }
}
