package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.FailedLogIns;
import dev.quartermaster.domain.identity.LockoutPolicy;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.LogInSubject;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Lockouts} promise. */
public abstract class LockoutsContract extends PortContract {
  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private static final LockoutPolicy POLICY = new LockoutPolicy(2);

  private final LogInSubject account = LogInSubject.account(unique());
  private final LogInSubject address = LogInSubject.address(new Client(unique(), ""));

  /** The port under test. */
  protected abstract Lockouts lockouts();

  @Test
  void whatNeverFailedHasNoFailures() {
    assertThat(stored(account)).isEqualTo(FailedLogIns.none(account));
  }

  @Test
  void tellsWhatWasSavedInTheOrderOfTheQuestion() {
    FailedLogIns once = count(account, NOW);
    count(address, NOW);
    FailedLogIns locked = count(address, NOW.plusSeconds(1));

    assertThat(once.lockedUntil()).isEmpty();
    assertThat(locked.lockedUntil()).contains(NOW.plusSeconds(1).plus(Duration.ofMinutes(1)));
    assertThat(inTransaction(() -> lockouts().findForUpdate(List.of(account, address))))
        .containsExactly(once, locked);
    assertThat(inTransaction(() -> lockouts().findForUpdate(List.of(address, account))))
        .containsExactly(locked, once);
  }

  @Test
  void whatWasReleasedIsForgotten() {
    FailedLogIns counted = count(account, NOW);
    inTransaction(
        () -> {
          lockouts().findForUpdate(List.of(account));
          lockouts().save(List.of(counted.released()));
        });

    assertThat(stored(account)).isEqualTo(FailedLogIns.none(account));
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    rollBack(() -> countInTransaction(account, NOW));

    assertThat(stored(account)).isEqualTo(FailedLogIns.none(account));
  }

  @Test
  void noFailureIsLostEvenIfItIsTheFirst() {
    LockoutPolicy patient = new LockoutPolicy(1_000);
    raceInTransactions(
        10,
        () -> {
          // Both orders, as callers need not agree on one.
          List<LogInSubject> subjects =
              Thread.currentThread().threadId() % 2 == 0
                  ? List.of(account, address)
                  : List.of(address, account);
          lockouts()
              .save(
                  lockouts().findForUpdate(subjects).stream()
                      .map(failures -> failures.counting(patient, NOW))
                      .toList());
        });

    assertThat(stored(account).failures()).isEqualTo(THREADS * 10);
    assertThat(stored(address).failures()).isEqualTo(THREADS * 10);
  }

  @Test
  void forgetsOldFailuresInBatches() {
    forgetAllBefore(LONG_AGO.plusSeconds(60));
    LogInSubject third = LogInSubject.account(unique());
    count(account, LONG_AGO);
    count(address, LONG_AGO.plusSeconds(1));
    count(third, LONG_AGO.plusSeconds(2));
    FailedLogIns kept = count(LogInSubject.account(unique()), LONG_AGO.plusSeconds(3));
    Instant cutOff = LONG_AGO.plusSeconds(3);

    assertThat(forgetBefore(cutOff, 2)).isEqualTo(2);
    assertThat(forgetBefore(cutOff, 2)).isEqualTo(1);
    assertThat(forgetBefore(cutOff, 2)).isZero();
    assertThat(List.of(account, address, third))
        .allSatisfy(subject -> assertThat(stored(subject)).isEqualTo(FailedLogIns.none(subject)));
    assertThat(stored(kept.subject())).isEqualTo(kept);
    forgetAllBefore(LONG_AGO.plusSeconds(60));
  }

  private FailedLogIns count(LogInSubject subject, Instant at) {
    return inTransaction(() -> countInTransaction(subject, at));
  }

  private FailedLogIns countInTransaction(LogInSubject subject, Instant at) {
    FailedLogIns counted =
        lockouts().findForUpdate(List.of(subject)).getFirst().counting(POLICY, at);
    lockouts().save(List.of(counted));
    return counted;
  }

  private FailedLogIns stored(LogInSubject subject) {
    return inTransaction(() -> lockouts().findForUpdate(List.of(subject)).getFirst());
  }

  private int forgetBefore(Instant instant, int limit) {
    return inTransaction(() -> lockouts().forgetBefore(instant, limit));
  }

  private void forgetAllBefore(Instant instant) {
    int forgotten;
    do {
      forgotten = forgetBefore(instant, 1_000);
    } while (forgotten > 0);
  }
}
