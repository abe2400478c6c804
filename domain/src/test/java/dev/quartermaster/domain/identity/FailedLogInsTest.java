package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FailedLogInsTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final LockoutPolicy POLICY = new LockoutPolicy(3);

  private final FailedLogIns none = FailedLogIns.none(LogInSubject.account("a-digest"));

  @Test
  void theThirdFailureLocksForAMinute() {
    FailedLogIns locked = failed(none, 3, START);

    assertThat(failed(none, 2, START).isLocked(START)).isFalse();
    assertThat(locked.isLocked(START)).isTrue();
    assertThat(locked.isLocked(START.plusSeconds(60).minusNanos(1))).isTrue();
    assertThat(locked.isLocked(START.plusSeconds(60))).isFalse();
  }

  @Test
  void whatIsLockedCountsNothing() {
    FailedLogIns locked = failed(none, 3, START);

    assertThat(locked.counting(POLICY, START.plusSeconds(59))).isEqualTo(locked);
  }

  @Test
  void theFailureAfterALockLocksTwiceAsLong() {
    Instant later = START.plusSeconds(60);
    FailedLogIns again = failed(none, 3, START).counting(POLICY, later);

    assertThat(again.failures()).isEqualTo(4);
    assertThat(again.lockedUntil()).contains(later.plus(Duration.ofMinutes(2)));
  }

  @Test
  void aDayWithoutAFailureForgetsAll() {
    FailedLogIns twice = failed(none, 2, START);

    assertThat(twice.counting(POLICY, START.plus(Duration.ofDays(1)).minusNanos(1)).failures())
        .isEqualTo(3);
    assertThat(twice.counting(POLICY, START.plus(Duration.ofDays(1))).failures()).isEqualTo(1);
  }

  @Test
  void forgivingTakesBackAndOpens() {
    FailedLogIns forgiven = failed(none, 3, START).forgiving(2);

    assertThat(forgiven.failures()).isEqualTo(1);
    assertThat(forgiven.isLocked(START)).isFalse();
    assertThat(forgiven.forgiving(2).failures()).isZero();
  }

  @Test
  void aReleaseLeavesNothing() {
    assertThat(failed(none, 3, START).released()).isEqualTo(none);
  }

  /** Whatever the pace of a guesser who never leaves, the owner's wait has an end. */
  @Property
  void nobodyWaitsLongerThanAnHour(
      @ForAll @Size(max = 50) List<@IntRange(min = 0, max = 7_200) Integer> pauses) {
    Instant now = START;
    FailedLogIns state = none;
    for (int pause : pauses) {
      now = now.plusSeconds(pause);
      state = state.counting(POLICY, now);
      assertThat(state.isLocked(now.plus(LockoutPolicy.LONGEST_LOCK))).isFalse();
    }
  }

  private static FailedLogIns failed(FailedLogIns before, int times, Instant at) {
    FailedLogIns state = before;
    for (int time = 0; time < times; time++) {
      state = state.counting(POLICY, at);
    }
    return state;
  }
}
