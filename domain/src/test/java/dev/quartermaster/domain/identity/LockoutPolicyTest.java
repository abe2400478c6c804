package dev.quartermaster.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LockoutPolicyTest {
  private final LockoutPolicy policy = new LockoutPolicy(LockoutPolicy.ACCOUNT_THRESHOLD);

  @Test
  void locksFromTheTenthFailureOnAndTwiceAsLongEachTime() {
    assertThat(policy.lockAt(9)).isEmpty();
    assertThat(policy.lockAt(10)).contains(Duration.ofMinutes(1));
    assertThat(policy.lockAt(11)).contains(Duration.ofMinutes(2));
    assertThat(policy.lockAt(15)).contains(Duration.ofMinutes(32));
    assertThat(policy.lockAt(16)).contains(Duration.ofHours(1));
  }

  @Test
  void anAddressBearsAHundred() {
    LockoutPolicy ofAddresses = new LockoutPolicy(LockoutPolicy.ADDRESS_THRESHOLD);

    assertThat(ofAddresses.lockAt(99)).isEmpty();
    assertThat(ofAddresses.lockAt(100)).contains(Duration.ofMinutes(1));
  }

  @Test
  void theFirstFailureIsTheLeastThatCanLock() {
    assertThat(new LockoutPolicy(1).lockAt(1)).contains(Duration.ofMinutes(1));
    assertThatThrownBy(() -> new LockoutPolicy(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void neverLocksLongerThanAnHourNorShorterThanBefore(
      @ForAll @IntRange(min = 1, max = 1_000) int threshold,
      @ForAll @IntRange(min = 1) int failure) {
    LockoutPolicy any = new LockoutPolicy(threshold);
    Duration before = any.lockAt(failure - 1).orElse(Duration.ZERO);

    assertThat(any.lockAt(failure).orElse(Duration.ZERO))
        .isBetween(before, LockoutPolicy.LONGEST_LOCK);
    assertThat(any.lockAt(failure).isPresent()).isEqualTo(failure >= threshold);
  }
}
