package dev.quartermaster.security.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.RecoveryCode;
import dev.quartermaster.domain.identity.TotpSecret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes by HMAC-SHA1, which is what authenticator apps know (RFC 6238). */
@Singleton
final class TotpCodes implements OneTimeCodes {
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_BYTES = 10;

  private final SecureRandom random = new SecureRandom();
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

  @Override
  public TotpSecret newSecret() {
    return new TotpSecret(Base32.encode(randomBytes(SECRET_BYTES)));
  }

  @Override
  public RecoveryCode newRecoveryCode() {
    return new RecoveryCode(Base32.encode(randomBytes(RECOVERY_BYTES)));
  }

  @Override
  public OptionalLong stepOf(TotpSecret secret, String code, Instant at) {
    Key key = new SecretKeySpec(Base32.decode(secret.base32()), generator.getAlgorithm());
    OptionalLong found = OptionalLong.empty();
    // All steps are tried, so that the time does not tell which one was right.
    for (int skew = -SKEW; skew <= SKEW; skew++) {
      Instant moment = at.plus(STEP.multipliedBy(skew));
      if (isEqual(codeAt(key, moment), code)) {
        found = OptionalLong.of(Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds()));
      }
    }
    return found;
  }

  private String codeAt(Key key, Instant at) {
    try {
      return generator.generateOneTimePasswordString(key, at, Locale.ROOT);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("a key that HMAC does not take", impossible);
    }
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static boolean isEqual(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
  }
}
