package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.AuditTrailContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;

/** {@link AuditTrailContract} on PostgreSQL. */
@QuarkusTest
class PostgresAuditTrailTest extends AuditTrailContract {
  @Inject UnitOfWork unitOfWork;
  @Inject AuditTrail auditTrail;
  @Inject Statements statements;

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
    return inTransaction(
        () ->
            statements.query(
                row -> row.text("action"),
                "SELECT action FROM audit_trail WHERE target_id = ? ORDER BY id",
                targetId));
  }
}
