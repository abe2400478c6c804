package dev.quartermaster.jobs.audit;

import dev.quartermaster.application.audit.VerifyAuditTrail;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.jobs.shared.RecurringWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Walks along the audit trail's chain. A broken chain is a run that failed. */
final class AuditVerification {
  private static final Logger LOG = Logger.getLogger(AuditVerification.class);
  private static final Actor.SystemProcess ACTOR = new Actor.SystemProcess("audit-verification");

  private AuditVerification() {}

  @Produces
  @Singleton
  static RecurringWork walk(VerifyAuditTrail verifyAuditTrail) {
    return new RecurringWork(
        Schedule.AUDIT_VERIFICATION,
        () -> tell(verifyAuditTrail.verify(new VerifyAuditTrail.Query(ACTOR, Optional.empty()))));
  }

  private static void tell(VerifyAuditTrail.Result result) {
    if (result.broken().isPresent()) {
      AuditTrailBroken broken = new AuditTrailBroken(result.broken().get());
      LOG.error(broken.getMessage());
      throw broken;
    }
    LOG.infof("audit trail: all %d entries hold", result.verified());
  }
}
