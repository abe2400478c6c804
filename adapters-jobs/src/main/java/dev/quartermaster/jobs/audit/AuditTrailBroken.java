package dev.quartermaster.jobs.audit;

import dev.quartermaster.domain.audit.BrokenLink;

/** Somebody changed the audit trail by hand. */
final class AuditTrailBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AuditTrailBroken(BrokenLink link) {
    super(
        "audit trail: the chain does not hold at entry %d, which is %s"
            .formatted(link.sequence(), link.kind().code()));
  }
}
