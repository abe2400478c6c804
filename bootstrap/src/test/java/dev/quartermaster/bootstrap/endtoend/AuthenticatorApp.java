package dev.quartermaster.bootstrap.endtoend;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/**
 * An app on somebody's phone.
 *
 * @param secret as the API gives it, in base32
 */
record AuthenticatorApp(String secret) {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 20;

  /** What the app shows that many steps from now; the server bears one step. */
  String code(int stepsLater) {
    var generator = new TimeBasedOneTimePasswordGenerator();
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(bytes(), generator.getAlgorithm()),
          Instant.now().plus(Duration.ofSeconds(30L * stepsLater)));
    } catch (InvalidKeyException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private byte[] bytes() {
    BigInteger number = BigInteger.ZERO;
    for (int at = 0; at < secret.length(); at++) {
      number = number.shiftLeft(5).add(BigInteger.valueOf(ALPHABET.indexOf(secret.charAt(at))));
    }
    // One bit more than there is, so that no leading zero is lost.
    byte[] marked = number.setBit(SECRET_BYTES * Byte.SIZE).toByteArray();
    byte[] bytes = new byte[SECRET_BYTES];
    System.arraycopy(marked, marked.length - SECRET_BYTES, bytes, 0, SECRET_BYTES);
    return bytes;
  }
}
