package dev.quartermaster.application.reconciliation;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.reconciliation.Disagreement;
import dev.quartermaster.domain.reconciliation.ReconciliationRuns;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@UseCase
final class RunReconciliationService implements RunReconciliation {
  private final UnitOfWork unitOfWork;
  private final ReconciliationRuns runs;
  private final ListDisagreements listDisagreements;
  private final InstantSource clock;

  RunReconciliationService(
      UnitOfWork unitOfWork,
      ReconciliationRuns runs,
      ListDisagreements listDisagreements,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.runs = runs;
    this.listDisagreements = listDisagreements;
    this.clock = clock;
  }

  @Override
  public Result run(Command command) {
    Instant begunAt = clock.instant();
    long disagreements = found(command.actor()).size();
    unitOfWork.inTransaction(() -> runs.finish(begunAt, disagreements));
    return new Result(disagreements);
  }

  /** That the gateway does not answer is one disagreement, however many parts say so. */
  private Set<Disagreement> found(Actor actor) {
    Set<Disagreement> found = new HashSet<>();
    Optional<OrderId> after = Optional.empty();
    for (int compared = 0; compared < MAX_ORDERS; compared += ListDisagreements.MAX_ORDERS) {
      Slice<Disagreement> part =
          listDisagreements.list(
              new ListDisagreements.Query(actor, after, ListDisagreements.MAX_ORDERS));
      found.addAll(part.items());
      after = next(part);
      if (after.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private static Optional<OrderId> next(Slice<Disagreement> part) {
    return switch (part.paging()) {
      case Slice.Cursor cursor -> cursor.next().map(UUID::fromString).map(OrderId::new);
      case Slice.Numbered _ -> Optional.empty();
    };
  }
}
