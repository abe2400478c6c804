package dev.quartermaster.domain.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What is stored of an API key's secret.
 *
 * @param value a SHA-256 in hexadecimal. A slow, salted hash would protect what people choose; a
 *     key holds 256 random bits, which nobody guesses, and is checked at every request.
 */
public record ApiKeyHash(String value) {

  /** Whether the hashes are the same; takes the same time wherever they differ. */
  public boolean matches(ApiKeyHash other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "ApiKeyHash[***]";
  }
}
