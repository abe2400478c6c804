package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One log-in of a user and all that descends from it. Each refresh moves the session on by one
 * generation; only the token of the current generation refreshes it.
 *
 * @param id never changes
 * @param userId whose session it is
 * @param client the program that logged in
 * @param createdAt when it logged in
 * @param generation counts the refreshes, from 0
 * @param rotatedAt when the current generation began
 * @param expiresAt until when the current generation's token can be used
 * @param revokedAt when the session was ended, if it was
 */
public record Session(
    SessionId id,
    UserId userId,
    Client client,
    Instant createdAt,
    int generation,
    Instant rotatedAt,
    Instant expiresAt,
    Optional<Instant> revokedAt) {
  /** How long a refresh token can be used. */
  public static final Duration LIFETIME = Duration.ofDays(7);

  /** How long the token of the generation before still gets the current one: another tab's. */
  public static final Duration REPEAT_WINDOW = Duration.ofSeconds(10);

  /** A new session at its first generation. */
  public static Session start(SessionId id, UserId userId, Client client, Instant at) {
    return new Session(id, userId, client, at, 0, at, at.plus(LIFETIME), Optional.empty());
  }

  /** Whether access tokens of this session are still good. */
  public boolean isActive(Instant at) {
    return revokedAt.isEmpty() && at.isBefore(expiresAt);
  }

  /**
   * When the client last logged in or refreshed. A client that is in use refreshes at least every
   * {@link AccessTokens#LIFETIME}, so requests by access token need not be noted.
   */
  public Instant lastUsedAt() {
    return rotatedAt;
  }

  /** The session, ended. Ending it twice changes nothing. */
  public Session revoked(Instant at) {
    return revokedAt.isPresent()
        ? this
        : new Session(
            id, userId, client, createdAt, generation, rotatedAt, expiresAt, Optional.of(at));
  }

  /** What becomes of the session when a token of that generation is presented. */
  public Refresh refresh(int presentedGeneration, Instant at) {
    if (!isActive(at)) {
      return new Refused();
    }
    if (presentedGeneration == generation) {
      return new Rotated(
          new Session(
              id,
              userId,
              client,
              createdAt,
              generation + 1,
              at,
              at.plus(LIFETIME),
              Optional.empty()));
    }
    if (presentedGeneration == generation - 1 && !at.isAfter(rotatedAt.plus(REPEAT_WINDOW))) {
      return new Repeated();
    }
    return new Reused(revoked(at));
  }

  /** What became of a session by a refresh. */
  public sealed interface Refresh {}

  /**
   * The session moved on.
   *
   * @param successor its new state
   */
  public record Rotated(Session successor) implements Refresh {}

  /** The predecessor's token came again in time; it gets the same successor. */
  public record Repeated() implements Refresh {}

  /**
   * A used-up token came again: somebody copied it, so the family ends.
   *
   * @param revoked the session's new state
   */
  public record Reused(Session revoked) implements Refresh {}

  /** The session has ended or expired. */
  public record Refused() implements Refresh {}
}
