package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.Outcome;
import java.util.List;
import java.util.function.Function;

/** Groups of one: everybody finds the way free. */
public final class InMemoryGroupCommit implements GroupCommit {
  private final InMemoryUnitOfWork unitOfWork;

  /** Commits in those transactions. */
  public InMemoryGroupCommit(InMemoryUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public <T, R> R commit(
      String kind, T request, int size, Function<List<T>, List<Outcome<R>>> work) {
    return unitOfWork.inTransaction(() -> work.apply(List.of(request))).getFirst().orThrow();
  }
}
