package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.FailedLogIns;
import dev.quartermaster.domain.identity.Lockouts;
import dev.quartermaster.domain.identity.LogInSubject;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Failed log-ins in memory. */
public final class InMemoryLockouts implements Lockouts {
  private final InMemoryTable<LogInSubject, FailedLogIns> failures;

  /** Nothing has failed yet. */
  public InMemoryLockouts(InMemoryUnitOfWork unitOfWork) {
    this.failures = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public List<FailedLogIns> findForUpdate(List<LogInSubject> subjects) {
    subjects.stream().sorted(Comparator.comparing(LogInSubject::name)).forEach(failures::lock);
    return subjects.stream()
        .map(subject -> failures.find(subject).orElseGet(() -> FailedLogIns.none(subject)))
        .toList();
  }

  @Override
  public void save(List<FailedLogIns> changed) {
    for (FailedLogIns state : changed) {
      if (state.failures() == 0) {
        failures.remove(state.subject());
      } else {
        failures.put(state.subject(), state);
      }
    }
  }

  @Override
  public int forgetBefore(Instant instant, int limit) {
    List<FailedLogIns> old =
        failures.rows().stream()
            .filter(state -> state.lastAt().isBefore(instant))
            .limit(limit)
            .toList();
    old.forEach(state -> failures.remove(state.subject()));
    return old.size();
  }
}
