package dev.quartermaster.rest.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which one content can be told from another. */
final class Sha256 {
  private Sha256() {}

  static String hex(byte[] content) {
    return HexFormat.of().formatHex(begun().digest(content));
  }

  /** The digest of what was added to it, which begins anew by that. */
  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest's first bytes, where a short name is wanted. */
  static String hex(byte[] content, int length) {
    return HexFormat.of().formatHex(begun().digest(content), 0, length);
  }

  /** A digest of nothing yet. */
  static MessageDigest begun() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
