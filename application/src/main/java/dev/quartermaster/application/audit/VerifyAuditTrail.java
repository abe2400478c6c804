package dev.quartermaster.application.audit;

import dev.quartermaster.domain.audit.BrokenLink;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.shared.Actor;
import java.util.Optional;

/** Tells whether the audit trail is as it was written. */
public interface VerifyAuditTrail {

  /**
   * Walks along the whole chain, up to where it ended when the walk began.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code audit:read}
   */
  Result verify(Query query);

  /**
   * @param actor who asks
   * @param anchor a place that was noted outside of the database, which the chain must go through
   */
  record Query(Actor actor, Optional<ChainLink> anchor) {}

  /**
   * @param verified how many entries were found sound before the first broken link
   * @param head the last place given when the walk began
   * @param waiting how many entries had no place yet, and so are not vouched for
   * @param broken the first link that does not hold; empty when all do
   */
  record Result(long verified, ChainLink head, long waiting, Optional<BrokenLink> broken) {}
}
