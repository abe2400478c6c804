package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.Optional;

/** Second factors in memory. */
public final class InMemorySecondFactors implements SecondFactors {
  private final InMemoryTable<UserId, SecondFactor> secondFactors;

  /** Nobody has one yet. */
  public InMemorySecondFactors(InMemoryUnitOfWork unitOfWork) {
    this.secondFactors = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public Optional<SecondFactor> find(UserId userId) {
    return secondFactors.find(userId);
  }

  @Override
  public Optional<SecondFactor> findForUpdate(UserId userId) {
    return secondFactors.findForUpdate(userId);
  }

  @Override
  public void save(SecondFactor secondFactor) {
    secondFactors.put(secondFactor.userId(), secondFactor);
  }

  @Override
  public void delete(UserId userId) {
    secondFactors.remove(userId);
  }
}
