package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

/** {@link AuditTrailContract} in memory. */
class InMemoryAuditTrailTest extends AuditTrailContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected AuditTrail auditTrail() {
    return auditTrail;
  }

  @Override
  protected List<String> actionsOn(String targetId) {
    return auditTrail.actionsOn(targetId);
  }
}
