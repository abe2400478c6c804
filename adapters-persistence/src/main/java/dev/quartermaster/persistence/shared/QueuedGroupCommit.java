package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.GroupCommit;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.UnitOfWork;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A queue for each kind of request. */
@Singleton
final class QueuedGroupCommit implements GroupCommit {
  /** As long as others wait for a connection, and as many as are worked on in about that time. */
  private static final GroupLimits LIMITS =
      new GroupLimits(2, 64, 1_000, 2_000, Duration.ofSeconds(5));

  private final UnitOfWork unitOfWork;
  private final Map<String, GroupQueue<?, ?>> queues = new ConcurrentHashMap<>();

  QueuedGroupCommit(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public <T, R> R commit(
      String kind, T request, int size, Function<List<T>, List<Outcome<R>>> work) {
    return unitOfWork.isInTransaction()
        ? work.apply(List.of(request)).getFirst().orThrow()
        : this.<T, R>queue(kind).commit(request, size, work);
  }

  @SuppressWarnings("unchecked") // the port promises that all requests of a kind have one type
  private <T, R> GroupQueue<T, R> queue(String kind) {
    return (GroupQueue<T, R>)
        queues.computeIfAbsent(kind, _ -> new GroupQueue<T, R>(unitOfWork, LIMITS));
  }
}
