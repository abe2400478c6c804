package dev.quartermaster.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Makes secrets for authenticator apps and reads the codes that they show (RFC 6238). Safe for use
 * by many threads at once.
 */
public interface OneTimeCodes {
  /** How many digits a code has. */
  int DIGITS = 6;

  /** How long an app shows the same code; steps are counted in it from the epoch. */
  Duration STEP = Duration.ofSeconds(30);

  /** By how many steps an app's clock may be off. */
  int SKEW = 1;

  /** A secret that nobody can guess. */
  TotpSecret newSecret();

  /** A recovery code that nobody can guess. */
  RecoveryCode newRecoveryCode();

  /**
   * The step at which an app with the secret shows the code, if that is no more than {@link #SKEW}
   * away from the time; the latest, should there be several. Takes the same time whatever the code.
   */
  OptionalLong stepOf(TotpSecret secret, String code, Instant at);
}
