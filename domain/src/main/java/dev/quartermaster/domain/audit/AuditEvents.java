package dev.quartermaster.domain.audit;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import java.util.List;
import java.util.Optional;

/**
 * The entries of the audit trail, and the chain that goes through them. Who appends an entry never
 * waits for who chains.
 */
public interface AuditEvents {

  /** A part of the entries that meet the filter; by default the newest first. */
  Slice<AuditEvent> list(AuditFilter filter, PageRequest<AuditEventField> page);

  /**
   * The place that was given last, locked until the transaction ends, or {@link ChainLink#START}
   * when none was given yet; empty when another transaction holds it.
   */
  Optional<ChainLink> tryLockHead();

  /**
   * The committed entries that wait for their place, by id.
   *
   * @param limit how many at the most
   */
  List<AuditEvent> waiting(int limit);

  /**
   * Stores the places of entries that waited for them, and the last one as the head. Only who holds
   * the head may call it.
   */
  void chain(List<AuditEvent> chained);

  /** What is known of the chain, as of one moment. */
  ChainState chainState();

  /**
   * The entries with a place, by sequence and without regard to whether it is right.
   *
   * @param after those with a higher sequence than this
   * @param upTo those with no higher sequence than this
   * @param limit how many at the most, except that entries of one sequence are never separated
   */
  List<AuditEvent> chained(long after, long upTo, int limit);
}
