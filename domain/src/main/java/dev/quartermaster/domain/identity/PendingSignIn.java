package dev.quartermaster.domain.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A sign-in for which the browser is at the provider. The three random values are of letters,
 * digits, {@code -} and {@code _}.
 *
 * @param provider at which provider
 * @param state comes back with the browser and shows that it is this sign-in
 * @param nonce comes back within the provider's token and shows that it was made for this sign-in
 * @param verifier shows the provider that whoever brings the code has begun the sign-in (RFC 7636)
 * @param expiresAt until when the browser may come back
 */
public record PendingSignIn(
    ProviderName provider, String state, String nonce, String verifier, Instant expiresAt) {
  /** How long a person may take at the provider. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String SEPARATOR = ".";
  private static final int PARTS = 5;

  /** The sign-in as a text that {@link #parse} reads. It holds secrets. */
  public String asText() {
    return String.join(
        SEPARATOR,
        provider.value(),
        state,
        nonce,
        verifier,
        String.valueOf(expiresAt.toEpochMilli()));
  }

  /**
   * Reads what {@link #asText} wrote.
   *
   * @throws IllegalArgumentException when it did not
   */
  public static PendingSignIn parse(String text) {
    String[] parts = text.split(Pattern.quote(SEPARATOR), -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("not a pending sign-in");
    }
    return new PendingSignIn(
        new ProviderName(parts[0]),
        parts[1],
        parts[2],
        parts[3],
        Instant.ofEpochMilli(Long.parseLong(parts[4])));
  }

  /** Whether the browser comes back in time, from that provider and with that state. */
  public boolean awaits(ProviderName from, String presentedState, Instant at) {
    return at.isBefore(expiresAt)
        && provider.equals(from)
        && MessageDigest.isEqual(bytes(state), bytes(presentedState));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "PendingSignIn[" + provider + ", ***]";
  }
}
