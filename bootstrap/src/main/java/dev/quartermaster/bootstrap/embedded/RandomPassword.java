package dev.quartermaster.bootstrap.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that a program makes for itself. */
final class RandomPassword {
  private static final int BYTES = 24;

  private RandomPassword() {}

  /** A new password of hexadecimal digits, which no quoting rule of SQL or a file can break. */
  static String create() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
