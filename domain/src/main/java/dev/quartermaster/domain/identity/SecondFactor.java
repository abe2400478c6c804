package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An authenticator app as the second thing that a user shows when logging in. It counts from when a
 * first code has confirmed that the app has the secret.
 *
 * @param userId whose it is
 * @param sealedSecret the {@link TotpSecret}, sealed
 * @param createdAt when the secret was made
 * @param confirmedAt when a first code came; empty while none has
 * @param lastStep the time step of the code accepted last, before which none is accepted any more
 * @param uses counts from 0 the accepted codes, and what else ends the log-ins that wait for one
 * @param recoveryCodes the digests of the recovery codes that are left
 */
public record SecondFactor(
    UserId userId,
    String sealedSecret,
    Instant createdAt,
    Optional<Instant> confirmedAt,
    long lastStep,
    int uses,
    Set<String> recoveryCodes) {
  /** How many recovery codes a user gets. */
  public static final int RECOVERY_CODES = 10;

  public SecondFactor {
    recoveryCodes = Set.copyOf(recoveryCodes);
  }

  /** A new one that is yet to be confirmed. */
  public static SecondFactor enrolled(UserId userId, String sealedSecret, Instant at) {
    return new SecondFactor(userId, sealedSecret, at, Optional.empty(), 0, 0, Set.of());
  }

  /** Whether log-ins need it. */
  public boolean isActive() {
    return confirmedAt.isPresent();
  }

  /** The second factor from its first code on. */
  public SecondFactor confirmed(long step, Set<String> newRecoveryCodes, Instant at) {
    return new SecondFactor(
        userId, sealedSecret, createdAt, Optional.of(at), step, uses + 1, newRecoveryCodes);
  }

  /** After the code of that step was accepted; empty when it, or a later one, was before. */
  public Optional<SecondFactor> usedAt(long step) {
    return step <= lastStep
        ? Optional.empty()
        : Optional.of(
            new SecondFactor(
                userId, sealedSecret, createdAt, confirmedAt, step, uses + 1, recoveryCodes));
  }

  /** After the recovery code was used up; empty when it is none of those that are left. */
  public Optional<SecondFactor> usedUp(RecoveryCode code) {
    Set<String> left = new HashSet<>(recoveryCodes);
    // All are compared, so that the time does not tell how close a guess was.
    boolean isKnown = left.removeIf(digest -> isEqual(digest, code.digest()));
    return isKnown
        ? Optional.of(
            new SecondFactor(
                userId, sealedSecret, createdAt, confirmedAt, lastStep, uses + 1, left))
        : Optional.empty();
  }

  /** The same secret, sealed anew. */
  public SecondFactor sealedAs(String newlySealedSecret) {
    return new SecondFactor(
        userId, newlySealedSecret, createdAt, confirmedAt, lastStep, uses, recoveryCodes);
  }

  /** With the log-ins ended that wait for a code. */
  public SecondFactor endingLogIns() {
    return new SecondFactor(
        userId, sealedSecret, createdAt, confirmedAt, lastStep, uses + 1, recoveryCodes);
  }

  /** With those recovery codes in place of the ones before. */
  public SecondFactor withRecoveryCodes(Set<String> newRecoveryCodes) {
    return new SecondFactor(
        userId, sealedSecret, createdAt, confirmedAt, lastStep, uses, newRecoveryCodes);
  }

  private static boolean isEqual(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), actual.getBytes(StandardCharsets.US_ASCII));
  }
}
