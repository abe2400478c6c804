package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.PasswordHash;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is stored of a password, as the PHC string format writes it.
 *
 * @param parameters how much work it was
 * @param salt what it was mixed with, in base64
 * @param digest what came of it, in base64
 * @see <a href="https://github.com/P-H-C/phc-string-format">PHC string format</a>
 */
record Argon2Hash(Argon2Parameters parameters, String salt, String digest) {
  static final int SALT_BYTES = 16;
  static final int DIGEST_BYTES = 32;

  private static final Pattern FORMAT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /**
   * Reads a stored one.
   *
   * @throws IllegalArgumentException if it is none of Argon2id; the message does not repeat it
   */
  static Argon2Hash of(PasswordHash stored) {
    Matcher matcher = FORMAT.matcher(stored.value());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("the stored hash is none of Argon2id, version 1.3");
    }
    return new Argon2Hash(
        new Argon2Parameters(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))),
        matcher.group(4),
        matcher.group(5));
  }

  static Argon2Hash of(Argon2Parameters parameters, byte[] salt, byte[] digest) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new Argon2Hash(parameters, base64.encodeToString(salt), base64.encodeToString(digest));
  }

  /** The salt itself. */
  byte[] saltBytes() {
    return Base64.getDecoder().decode(salt);
  }

  /** Compares in a time that does not depend on where the two differ. */
  boolean isOf(byte[] other) {
    return MessageDigest.isEqual(Base64.getDecoder().decode(digest), other);
  }

  /** As it is stored. */
  PasswordHash stored() {
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                parameters.memory(),
                parameters.iterations(),
                parameters.parallelism(),
                salt,
                digest));
  }
}
