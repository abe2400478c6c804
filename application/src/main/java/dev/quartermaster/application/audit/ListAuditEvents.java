package dev.quartermaster.application.audit;

import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.AuditEventField;
import dev.quartermaster.domain.audit.AuditFilter;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;

/** Lists the entries of the audit trail. */
public interface ListAuditEvents {

  /**
   * Lists what was done, by whomever.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code audit:read}
   */
  Slice<AuditEvent> list(Query query);

  /**
   * @param actor who asks
   * @param filter which entries
   * @param page which part of the list
   */
  record Query(Actor actor, AuditFilter filter, PageRequest<AuditEventField> page) {}
}
