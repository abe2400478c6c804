package dev.quartermaster.domain.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The secrets by which a webhook's messages are signed. After a rotation the one before signs as
 * well for {@link #OVERLAP}, so that the receiver can change over in its own time.
 *
 * @param current the latest secret
 * @param previous the one before it
 */
public record SigningSecrets(SigningSecret current, Optional<Retiring> previous) {
  /** For how long a secret that was replaced signs as well. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  /** The secrets of a new webhook. */
  public static SigningSecrets of(SigningSecret first) {
    return new SigningSecrets(first, Optional.empty());
  }

  /** The secrets with another one at the head. Of those before it the latest goes on signing. */
  public SigningSecrets rotated(SigningSecret next, Instant at) {
    return new SigningSecrets(next, Optional.of(new Retiring(current, at.plus(OVERLAP))));
  }

  /** Those that sign at that time, the current one first. */
  public List<SigningSecret> signingAt(Instant at) {
    return previous
        .filter(retiring -> at.isBefore(retiring.until()))
        .map(retiring -> List.of(current, retiring.secret()))
        .orElseGet(() -> List.of(current));
  }

  /**
   * A secret that was replaced.
   *
   * @param secret the secret
   * @param until from when on it signs no more
   */
  public record Retiring(SigningSecret secret, Instant until) {}
}
