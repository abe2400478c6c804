package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final RecoveryCode FIRST = new RecoveryCode("ABCD2345EFGH6723");
  private static final RecoveryCode SECOND = new RecoveryCode("QRST2345UVWX6723");

  private final SecondFactor enrolled =
      SecondFactor.enrolled(new UserId(UUID.randomUUID()), "sealed", START);
  private final SecondFactor active =
      enrolled.confirmed(100, Set.of(FIRST.digest(), SECOND.digest()), START.plusSeconds(1));

  @Test
  void isActiveOnceConfirmed() {
    assertThat(enrolled.isActive()).isFalse();
    assertThat(active.isActive()).isTrue();
    assertThat(active.confirmedAt()).contains(START.plusSeconds(1));
  }

  @Test
  void theCodeThatConfirmedIsUsedUp() {
    assertThat(active.usedAt(100)).isEmpty();
    assertThat(active.usedAt(101)).map(SecondFactor::lastStep).contains(101L);
  }

  @Property
  void noStepIsAcceptedTwiceNorAfterALaterOne(
      @ForAll List<@IntRange(min = 90, max = 120) Integer> steps) {
    SecondFactor state = active;
    for (int step : steps) {
      long before = state.lastStep();
      Optional<SecondFactor> used = state.usedAt(step);
      assertThat(used.isPresent()).isEqualTo(step > before);
      state = used.orElse(state);
    }
  }

  @Test
  void everyUseCounts() {
    SecondFactor used = active.usedAt(101).flatMap(state -> state.usedUp(FIRST)).orElseThrow();

    assertThat(used.uses()).isEqualTo(active.uses() + 2);
  }

  @Test
  void aRecoveryCodeIsUsedUp() {
    SecondFactor used = active.usedUp(FIRST).orElseThrow();

    assertThat(used.usedUp(FIRST)).isEmpty();
    assertThat(used.recoveryCodes()).containsExactly(SECOND.digest());
    assertThat(used.lastStep()).isEqualTo(100);
    assertThat(active.usedUp(new RecoveryCode("ABCD2345EFGH6724"))).isEmpty();
    assertThat(active.usedUp(new RecoveryCode(""))).isEmpty();
  }

  @Test
  void newRecoveryCodesReplaceTheOldOnes() {
    SecondFactor renewed = active.withRecoveryCodes(Set.of(SECOND.digest()));

    assertThat(renewed.usedUp(FIRST)).isEmpty();
    assertThat(renewed.usedUp(SECOND)).isPresent();
  }

  @Test
  void aRecoveryCodeIsTheSameHoweverItIsWritten() {
    assertThat(FIRST.grouped()).isEqualTo("ABCD-2345-EFGH-6723");
    assertThat(new RecoveryCode(" abcd-2345 efgh-6723\n")).isEqualTo(FIRST);
  }

  @Test
  void secretsDoNotShow() {
    assertThat(FIRST.toString()).doesNotContain(FIRST.value());
    assertThat(new TotpSecret("GEZDGNBV").toString()).doesNotContain("GEZDGNBV");
  }

  @Test
  void anAppReadsTheSecretFromItsUri() {
    assertThat(new TotpSecret("GEZDGNBV").keyUri(new EmailAddress("ada+shop@example.com")))
        .hasToString(
            "otpauth://totp/Quartermaster:ada%2Bshop%40example.com"
                + "?secret=GEZDGNBV&issuer=Quartermaster&algorithm=SHA1&digits=6&period=30");
  }
}
