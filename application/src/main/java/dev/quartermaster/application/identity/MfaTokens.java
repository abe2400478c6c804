package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes and reads the tokens between the two steps of a log-in. A token names the use of the
 * second factor that it is for, so the next code that is accepted uses it up, and another password
 * ends it; nothing is stored.
 */
final class MfaTokens {
  /** How long somebody may look for their phone. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final String PURPOSE = "mfa token";
  private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36}) (\\d{1,9}) (\\d{1,18})");

  private final Sealing sealing;

  MfaTokens(Sealing sealing) {
    this.sealing = sealing;
  }

  /** A token that is good for {@link #LIFETIME}, or until the second factor is used. */
  String issue(SecondFactor secondFactor, Instant now) {
    return sealing.seal(
        PURPOSE,
        secondFactor.userId()
            + " "
            + secondFactor.uses()
            + " "
            + now.plus(LIFETIME).toEpochMilli());
  }

  /** The claim of a token that this server wrote and that has not expired. */
  Optional<Claim> read(String token, Instant now) {
    try {
      Matcher claim = FORM.matcher(sealing.open(PURPOSE, token));
      return claim.matches() && now.toEpochMilli() < Long.parseLong(claim.group(3))
          ? Optional.of(
              new Claim(
                  new UserId(UUID.fromString(claim.group(1))), Integer.parseInt(claim.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * What a token says.
   *
   * @param userId who knows the password
   * @param uses how often the second factor had been used then
   */
  record Claim(UserId userId, int uses) {

    /** Whether the second factor was used since. */
    boolean isOf(SecondFactor secondFactor) {
      return secondFactor.userId().equals(userId) && secondFactor.uses() == uses;
    }
  }
}
