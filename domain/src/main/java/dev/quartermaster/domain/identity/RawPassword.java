package dev.quartermaster.domain.identity;

import java.text.Normalizer;

/**
 * A password as a person types it. It is never stored, and never shows in a log.
 *
 * @param value the characters typed, in the normal form NFKC, so that the same characters typed on
 *     another keyboard are the same password (NIST SP 800-63B)
 */
public record RawPassword(String value) {
  public RawPassword {
    value = Normalizer.normalize(value, Normalizer.Form.NFKC);
  }

  public static final int MIN_LENGTH = 8;
  public static final int MAX_LENGTH = 128;

  /** Whether the length allows it as a new password. */
  public boolean hasAllowedLength() {
    int characters = value.codePointCount(0, value.length());
    return characters >= MIN_LENGTH && characters <= MAX_LENGTH;
  }

  @Override
  public String toString() {
    return "RawPassword[***]";
  }
}
