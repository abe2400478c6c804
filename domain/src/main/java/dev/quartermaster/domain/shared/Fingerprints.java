package dev.quartermaster.domain.shared;

/**
 * Digests of requests under a secret of the server: good for telling requests apart, and useless
 * for finding out what was in them. Safe for use by many threads at once.
 */
public interface Fingerprints {

  /** The digest of the text; the same text gives the same digest on every node. */
  String of(String text);

  /**
   * Whether the digest is one of the text, also when it was made before the server's secret was
   * replaced.
   */
  boolean matches(String text, String digest);
}
