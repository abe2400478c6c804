package dev.quartermaster.application.payments;

import dev.quartermaster.domain.payments.Charge;
import java.util.List;

/** Finds what was charged and we have nothing of on record. */
public interface FindStrayCharges {

  /**
   * Asks the gateway for its newest charges, outside of any transaction, and keeps those that no
   * payment of ours is known for. A payment is on record before its charge, so none is only late.
   *
   * @throws dev.quartermaster.domain.shared.Unavailable when the gateway does not answer
   */
  List<Charge> find(Query query);

  /**
   * @param limit how many charges to look at, at the most
   */
  record Query(int limit) {}
}
