package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.RecoveryCode;
import dev.quartermaster.domain.identity.TotpSecret;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;

/** Codes that anybody could work out from the secret's first digits and the time. */
public final class InMemoryOneTimeCodes implements OneTimeCodes {
  private static final int MODULUS = 1_000_000;
  private static final int FACTOR = 7_919;

  @Override
  public TotpSecret newSecret() {
    return new TotpSecret(UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT));
  }

  @Override
  public RecoveryCode newRecoveryCode() {
    return new RecoveryCode(UUID.randomUUID().toString().substring(0, 18));
  }

  @Override
  public OptionalLong stepOf(TotpSecret secret, String code, Instant at) {
    long now = step(at);
    return LongStream.rangeClosed(now - SKEW, now + SKEW)
        .filter(step -> code.equals(codeAt(secret, step)))
        .max();
  }

  /** What an app with the secret shows at that time. */
  public String codeAt(TotpSecret secret, Instant at) {
    return codeAt(secret, step(at));
  }

  private static String codeAt(TotpSecret secret, long step) {
    long mixed = step * FACTOR + secret.base32().hashCode();
    return "%06d".formatted(Math.floorMod(mixed, MODULUS));
  }

  private static long step(Instant at) {
    return at.getEpochSecond() / STEP.toSeconds();
  }
}
