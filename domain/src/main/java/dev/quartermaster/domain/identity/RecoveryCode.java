package dev.quartermaster.domain.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody shows once when the authenticator app is gone. It never shows in a log.
 *
 * @param value capital letters and digits; how they were grouped and written does not matter
 */
public record RecoveryCode(String value) {
  private static final Pattern FILLING = Pattern.compile("[\\s-]");
  private static final Pattern GROUP = Pattern.compile("(.{4})(?=.)");

  public RecoveryCode {
    value = FILLING.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** In groups of four, so that a person can copy it. */
  public String grouped() {
    return GROUP.matcher(value).replaceAll("$1-");
  }

  /**
   * What is stored of it: a SHA-256 digest in hexadecimal digits. The code is too random to be
   * guessed, so nothing slower is needed.
   */
  public String digest() {
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
    return "RecoveryCode[***]";
  }
}
