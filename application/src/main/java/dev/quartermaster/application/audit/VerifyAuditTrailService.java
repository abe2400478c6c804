package dev.quartermaster.application.audit;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.AuditEvents;
import dev.quartermaster.domain.audit.BrokenLink;
import dev.quartermaster.domain.audit.ChainState;
import dev.quartermaster.domain.audit.ChainWalk;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;
import java.util.Optional;

@UseCase
final class VerifyAuditTrailService implements VerifyAuditTrail {
  /** Entries that are held in memory at a time. */
  static final int BATCH = 1_000;

  private final UnitOfWork unitOfWork;
  private final AuditEvents events;

  VerifyAuditTrailService(UnitOfWork unitOfWork, AuditEvents events) {
    this.unitOfWork = unitOfWork;
    this.events = events;
  }

  /** Each batch in a transaction of its own, so that a long walk holds up nobody. */
  @Override
  public Result verify(Query query) {
    query.actor().require(Permission.AUDIT_READ);
    ChainState state = unitOfWork.inTransaction(events::chainState);
    ChainWalk walk = ChainWalk.towards(query.anchor());
    // From below the first place, where nothing should be.
    List<AuditEvent> batch = batch(Long.MIN_VALUE, state);
    while (!batch.isEmpty()) {
      for (AuditEvent next : batch) {
        Optional<BrokenLink> broken = walk.breakAt(next);
        if (broken.isPresent()) {
          return result(walk, state, broken);
        }
        walk = walk.past(next);
      }
      batch = batch(walk.last().sequence(), state);
    }
    return result(walk, state, walk.breakAtEnd(state.head()));
  }

  private List<AuditEvent> batch(long after, ChainState state) {
    return unitOfWork.inTransaction(() -> events.chained(after, state.last(), BATCH));
  }

  private static Result result(ChainWalk walk, ChainState state, Optional<BrokenLink> broken) {
    return new Result(walk.last().sequence(), state.head(), state.waiting(), broken);
  }
}
