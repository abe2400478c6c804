package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.TotpSecret;
import dev.quartermaster.testkit.identity.OneTimeCodesContract;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpCodesTest extends OneTimeCodesContract {
  private final TotpCodes codes = new TotpCodes();

  @Override
  protected OneTimeCodes codes() {
    return codes;
  }

  @Override
  protected String shownBy(TotpSecret secret, Instant at) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(Base32.decode(secret.base32()), "HmacSHA1"), at);
    } catch (InvalidKeyException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The last six digits of the vectors in RFC 6238, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void readsTheCodesOfTheStandard(long second, String code) {
    TotpSecret secret = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    assertThat(codes.stepOf(secret, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
  }
}
