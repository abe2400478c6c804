package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link RateLimits} promise. */
public abstract class RateLimitsContract {
  /** How many the policies of the port under test grant in a window. */
  protected static final int LIMIT = 5;

  private static final int THREADS = 8;
  private static final int ROUNDS = 10;

  /** The port under test, with {@link #LIMIT} for {@code login} and {@code api}. */
  protected abstract RateLimits limits();

  /** Lets a window pass. */
  protected abstract void awaitNextWindow();

  @Test
  void grantsTheLimitAndNotOneMore() {
    String subject = PortContract.unique();

    assertThat(take(subject, LIMIT)).allMatch(Allowance::granted);
    assertThat(take(subject, 2)).noneMatch(Allowance::granted);
  }

  @Test
  void saysWhichPoliciesSetALimit() {
    assertThat(limits().isOn(RatePolicy.LOGIN)).isTrue();
  }

  @Test
  void countsDownWhatIsLeft() {
    String subject = PortContract.unique();

    assertThat(take(subject, LIMIT + 1))
        .extracting(Allowance::remaining)
        .containsExactly(4L, 3L, 2L, 1L, 0L, 0L);
  }

  @Test
  void tellsWhenAllAreThereAgain() {
    assertThat(take(PortContract.unique(), 1))
        .allSatisfy(
            allowance -> {
              assertThat(allowance.limit()).isEqualTo(LIMIT);
              assertThat(allowance.reset()).isPositive().isLessThanOrEqualTo(allowance.window());
            });
  }

  @Test
  void grantsAgainInTheNextWindow() {
    String subject = PortContract.unique();
    take(subject, LIMIT + 1);

    awaitNextWindow();

    assertThat(take(subject, LIMIT)).allMatch(Allowance::granted);
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    String subject = PortContract.unique();
    take(subject, LIMIT);

    limits().giveBack(RatePolicy.LOGIN, subject);

    assertThat(take(subject, 2)).extracting(Allowance::granted).containsExactly(true, false);
  }

  @Test
  void nobodyCanGiveBackMoreThanTheyTook() {
    String subject = PortContract.unique();
    limits().giveBack(RatePolicy.LOGIN, subject);

    assertThat(take(subject, LIMIT + 1).getLast().granted()).isFalse();
  }

  @Test
  void subjectsAndPoliciesAreCountedApart() {
    String subject = PortContract.unique();
    take(subject, LIMIT);

    assertThat(take(PortContract.unique(), 1)).allMatch(Allowance::granted);
    assertThat(limits().take(RatePolicy.API, subject)).map(Allowance::granted).contains(true);
  }

  @Test
  void manyAtOnceGetTheLimitTogether() {
    String subject = PortContract.unique();

    List<List<Allowance>> taken = Concurrently.inThreads(THREADS, () -> take(subject, ROUNDS));

    assertThat(taken.stream().flatMap(List::stream)).filteredOn(Allowance::granted).hasSize(LIMIT);
  }

  private List<Allowance> take(String subject, int times) {
    List<Optional<Allowance>> taken = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      taken.add(limits().take(RatePolicy.LOGIN, subject));
    }
    assertThat(taken).allMatch(Optional::isPresent);
    return taken.stream().flatMap(Optional::stream).toList();
  }
}
