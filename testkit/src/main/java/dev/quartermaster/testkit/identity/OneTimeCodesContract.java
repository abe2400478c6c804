package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.RecoveryCode;
import dev.quartermaster.domain.identity.TotpSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link OneTimeCodes} promise. */
public abstract class OneTimeCodesContract {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
  private static final long STEP = NOW.getEpochSecond() / 30;

  /** The port under test. */
  protected abstract OneTimeCodes codes();

  /** What an app with the secret shows at that time. */
  protected abstract String shownBy(TotpSecret secret, Instant at);

  @Test
  void readsTheCodeThatAnAppShows() {
    TotpSecret secret = codes().newSecret();

    assertThat(codes().stepOf(secret, shownBy(secret, NOW), NOW)).hasValue(STEP);
  }

  @Test
  void theAppsClockMayBeOffByOneStep() {
    TotpSecret secret = codes().newSecret();

    assertThat(codes().stepOf(secret, shownBy(secret, later(-1)), NOW)).hasValue(STEP - 1);
    assertThat(codes().stepOf(secret, shownBy(secret, later(1)), NOW)).hasValue(STEP + 1);
    assertThat(codes().stepOf(secret, shownBy(secret, later(-2)), NOW)).isEmpty();
    assertThat(codes().stepOf(secret, shownBy(secret, later(2)), NOW)).isEmpty();
  }

  @Test
  void aCodeIsTheSameUntilTheLastMomentOfItsStep() {
    TotpSecret secret = codes().newSecret();

    assertThat(codes().stepOf(secret, shownBy(secret, NOW), NOW.plusSeconds(59))).hasValue(STEP);
    assertThat(codes().stepOf(secret, shownBy(secret, NOW), NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void readsNothingFromOtherTexts() {
    TotpSecret secret = codes().newSecret();
    String code = shownBy(secret, NOW);

    assertThat(
            List.of(
                "", " ", "abcdef", code + "0", " " + code, code.substring(1), "٠".repeat(6), "é🦊"))
        .allSatisfy(text -> assertThat(codes().stepOf(secret, text, NOW)).isEmpty());
  }

  @Test
  void secretsAndRecoveryCodesDiffer() {
    assertThat(Stream.generate(codes()::newSecret).limit(100)).doesNotHaveDuplicates();
    assertThat(Stream.generate(codes()::newRecoveryCode).limit(100)).doesNotHaveDuplicates();
  }

  @Test
  void aRecoveryCodeIsShortEnoughToBeTypedAndTooLongToBeGuessed() {
    assertThat(Stream.generate(codes()::newRecoveryCode).limit(100))
        .extracting(RecoveryCode::value)
        .allMatch(value -> value.matches("[A-Z0-9]{16}"));
  }

  private static Instant later(int steps) {
    return NOW.plus(Duration.ofSeconds(30L * steps));
  }
}
