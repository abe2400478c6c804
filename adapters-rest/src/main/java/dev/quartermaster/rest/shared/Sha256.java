package dev.quartermaster.rest.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which one content can be told from another. */
final class Sha256 {
  private Sha256() {}

  static String hex(byte[] content) {
    return HexFormat.of().formatHex(digest(content));
  }

  /** The digest's first bytes, where a short name is wanted. */
  static String hex(byte[] content, int length) {
    return HexFormat.of().formatHex(digest(content), 0, length);
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
