package dev.quartermaster.application.audit;

import dev.quartermaster.domain.audit.ChainLink;
import java.util.Optional;

/** Gives entries of the audit trail their places in the chain. */
public interface ChainAuditTrail {

  /**
   * Chains a batch of the entries that were committed since. Any number of nodes may call it at
   * once: one chains, and the others do nothing.
   */
  Result chain(Command command);

  /**
   * @param limit how many entries at the most, so that no transaction grows long
   */
  record Command(int limit) {}

  /**
   * @param chained how many entries got their place
   * @param head the last place given by now; empty when another node was chaining
   */
  record Result(int chained, Optional<ChainLink> head) {}
}
